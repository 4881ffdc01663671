/** Every activity type with what it is for. */
import { defineEventHandler } from 'h3'
import { activityTypes, purposeOf } from '../../content/examples.ts'

export default defineEventHandler(() => activityTypes.map(type => ({ type, purpose: purposeOf(type) })))

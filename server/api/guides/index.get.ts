/** Every guide, by what it is for. */
import { defineEventHandler, getQuery } from 'h3'
import { localeIn } from '../../edge/request/locale-in.ts'
import { guideGroups } from '../../content/app-prose.ts'

export default defineEventHandler(event => guideGroups(localeIn(getQuery(event))))

/** `POST /api/device/forget`: this device is as one that nobody ever came in from. */
import { defineEventHandler } from 'h3'
import type { Done } from '#shared/api/fields'
import { forgetDevice } from '../../edge/request/device.ts'

export default defineEventHandler((event): Done => {
  forgetDevice(event)
  return { done: true }
})

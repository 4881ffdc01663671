/** `POST /api/device/forget`: this device is as one that nobody ever came in from. */
import { defineEventHandler } from 'h3'
import { forgetDevice } from '../../edge/request/device.ts'

export default defineEventHandler((event) => {
  forgetDevice(event)
  return { done: true }
})

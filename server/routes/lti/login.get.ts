/** `GET /lti/login`: as `POST`, for an LMS that asks so, and from our own page in a new tab. */
import { defineEventHandler } from 'h3'
import { login } from '../../edge/lti/launching.ts'

export default defineEventHandler((event): Promise<string> => login(event))

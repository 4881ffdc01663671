/** `POST /lti/login`: an LMS says that somebody is coming (OpenID Connect third-party initiated login). */
import { defineEventHandler } from 'h3'
import { login } from '../../edge/lti/launching.ts'

export default defineEventHandler((event): Promise<string> => login(event))

/** `GET /lti/register/<token>`: an LMS registers by itself, with a link that an admin has made. */
import { defineEventHandler } from 'h3'
import { registerHere } from '../../../edge/lti/registering.ts'

export default defineEventHandler((event): Promise<string> => registerHere(event))

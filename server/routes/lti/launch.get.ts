/** `GET /lti/launch`: nothing is there without an LMS. */
import { defineEventHandler } from 'h3'
import { nothingHere } from '../../edge/lti/launching.ts'

export default defineEventHandler((event): string => nothingHere(event))

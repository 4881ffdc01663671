/** `POST /lti/launch`: somebody comes from an LMS, with its word for who they are. */
import { defineEventHandler } from 'h3'
import { launch } from '../../edge/lti/launching.ts'

export default defineEventHandler((event): Promise<string> => launch(event))

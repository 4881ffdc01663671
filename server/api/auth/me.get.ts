/** Who is signed in, or null; and the ways to sign in elsewhere that this server knows. */
import { defineEventHandler } from 'h3'
import { appAuth } from '../../auth/in-app.ts'
import { staffOf } from '../../auth/require-staff.ts'

export default defineEventHandler(async event => ({ staff: await staffOf(event), providers: (await appAuth()).providers }))

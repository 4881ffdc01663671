/** Who is signed in, or null; the ways to sign in elsewhere that this server knows, and whether it mails links to whoever has forgotten their password. */
import { defineEventHandler } from 'h3'
import { appAuth } from '../../auth/in-app.ts'
import { canMailOwnLinks } from '../../auth/password-link.ts'
import { staffOf } from '../../auth/require-staff.ts'

export default defineEventHandler(async event => ({ staff: await staffOf(event), providers: (await appAuth()).providers, mailsLinks: canMailOwnLinks() }))

/** Begins a sign-in with a passkey: what the browser has to be asked. */
import { defineEventHandler } from 'h3'
import { askForPasskey } from '../../accounts/passkeys.ts'

export default defineEventHandler(askForPasskey)

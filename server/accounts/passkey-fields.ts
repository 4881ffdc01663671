/** What a browser answers about passkeys, as far as it is looked at before the library does. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/browser'
import { z } from 'zod'

const answer = z.looseObject({ id: z.string().min(1).max(2000), rawId: z.string().max(2000), type: z.literal('public-key'), response: z.record(z.string(), z.unknown()) })

export const newPasskey = answer.transform(given => given as unknown as RegistrationResponseJSON)
export const passkey = answer.transform(given => given as unknown as AuthenticationResponseJSON)

/** The first step of sign-in. */
import { defineEventHandler, readValidatedBody } from 'h3'
import { z } from 'zod'
import { email, password } from '../../auth/fields.ts'
import { signInHere } from '../../auth/sign-in.ts'

const Body = z.strictObject({ email, password })

export default defineEventHandler(async event => signInHere(event, await readValidatedBody(event, Body.parse)))

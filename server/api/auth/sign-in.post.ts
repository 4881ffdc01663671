/** The first step of sign-in. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { email, password } from '../../auth/fields.ts'
import { signInHere } from '../../auth/sign-in.ts'
import { readInput } from '../../security/input.ts'

const Body = z.strictObject({ email, password })

export default defineEventHandler(async event => signInHere(event, await readInput(event, Body)))

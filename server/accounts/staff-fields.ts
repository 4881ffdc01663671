/** What people type about staff, as every route takes it. */
import { z } from 'zod'
import { tidyName } from '#shared/text/tidy-text'
import { MOST_PASSWORD } from './passwords.ts'

export const name = z.string().max(500).transform(tidyName).pipe(z.string().min(1).max(80))
export const email = z.string().trim().max(200).toLowerCase().pipe(z.email())
/** How strong a new one has to be is said in words (passwords.ts). */
export const password = z.string().min(1).max(MOST_PASSWORD)
export const key = z.string().min(1).max(80)
export const role = z.enum(['admin', 'teacher'])

/** How the routes that make packages refuse. */
import { createError } from 'h3'

interface Issue { readonly field: string, readonly message: string }

/** @returns an error of the API's one shape: `{ statusCode, statusMessage, data: { issues } }` */
export function refusal(statusCode: number, issues: readonly Issue[], statusMessage = 'This package cannot be made') {
  return createError({ statusCode, statusMessage, data: { issues } })
}

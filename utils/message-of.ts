/** @returns the sentence that the server gave with an error, or another one where it gave none */
export function messageOf(reason: unknown, otherwise: string): string {
  if (typeof reason === 'object' && reason !== null && 'data' in reason && typeof reason.data === 'object' && reason.data !== null && 'statusMessage' in reason.data && typeof reason.data.statusMessage === 'string' && reason.data.statusMessage !== '') return reason.data.statusMessage
  return otherwise
}

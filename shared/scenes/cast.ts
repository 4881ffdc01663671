/** Who is who, in both registers. */
import { clearCast } from './cast-clear.ts'
import { warmCast } from './cast-warm.ts'

export type { Person } from './person.ts'
export const cast = { ...warmCast, ...clearCast } as const

export type PersonName = keyof typeof cast

import type { Changed } from '#shared/api/evidence'

export const ways = ['better', 'close', 'worse'] as const
export type Way = typeof ways[number]

/** @returns whether it is good news: of checks more are to answer well, of beliefs that put children at risk fewer are to choose one */
export function wayOf({ kind, verdict }: Pick<Changed, 'kind' | 'verdict'>): Way {
  if (verdict === 'close') return 'close'
  return verdict.endsWith('more') === (kind === 'check') ? 'better' : 'worse'
}

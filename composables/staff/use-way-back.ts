/** Why a form that somebody has filled in is not taken, where that has nothing to do with what they typed. */
export type WayBack = 'signed-out' | 'second-step'
const reasons: readonly WayBack[] = ['signed-out', 'second-step']

/** Lets somebody whose session is over (or who now owes a second step) see to that in a new tab, while this page keeps what they typed. */
export function useWayBack() {
  const wayBack = useState<WayBack | null>('way-back', () => null)

  /** @param error what the server answered, or nothing; @returns whether it is one that a new tab helps with */
  function noteWayBack(error: unknown): WayBack | null {
    const { data } = (error ?? {}) as { readonly data?: { readonly data?: { readonly reason?: unknown } } }
    wayBack.value = reasons.find(reason => reason === data?.data?.reason) ?? null
    return wayBack.value
  }
  return { wayBack, noteWayBack }
}

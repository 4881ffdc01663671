/** Choices that are remembered: so many change later words, and one of them those of the ending. */
import type { Finding, Rule } from '../../rule.ts'
import { standard } from '../../standard.ts'

interface Marks {
  /** Names of the marks that a choice sets. */
  readonly set: ReadonlySet<string>
  /** Names of the marks that change words somewhere, and those that change words of an ending. */
  readonly used: ReadonlySet<string>
  readonly inEndings: ReadonlySet<string>
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** Goes by the names of the fields, so that whatever can remember or be worded otherwise counts. The version with less at once repeats. */
function marksIn(screens: readonly { readonly type: string }[]): Marks {
  const [set, used, inEndings] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const walk = (node: unknown, isEnding: boolean) => {
    if (!isRecord(node)) return
    for (const [name, member] of Object.entries(node)) {
      if (name === 'support') continue
      if (name === 'remember' && isRecord(member)) Object.keys(member).forEach(mark => set.add(mark))
      else if (name === 'remembered' && isRecord(member)) {
        Object.keys(member).forEach(mark => used.add(mark))
        if (isEnding) Object.keys(member).forEach(mark => inEndings.add(mark))
      }
      else walk(member, isEnding || name === 'ending')
    }
  }
  // A recap asks again; what it sets was set before.
  screens.filter(({ type }) => type !== 'recap').forEach(screen => walk(screen, screen.type === 'ending'))
  return { set, used, inEndings }
}

export const remembered: Rule = {
  name: 'remembered',
  check: ({ band, screens }) => {
    const { set, used, inEndings } = marksIn(screens)
    const working = [...set].filter(mark => used.has(mark))
    const { remembered: needed } = standard[band]
    const path = ['screens']
    return [
      ...working.length < needed
        ? [{ path, message: `${working.length} choices change later words (remember, when), at least ${needed} at this age` } satisfies Finding]
        : [],
      ...working.length >= needed && !working.some(mark => inEndings.has(mark))
        ? [{ path, message: 'none of the remembered choices changes the words of an ending: one of them does' } satisfies Finding]
        : [],
    ]
  },
}

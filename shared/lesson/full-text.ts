/** The pieces that a lesson's full text is made of, for parents, governors and screen readers. */

/** Something that can be answered, and what it leads to. */
export interface TextOption {
  readonly text: string
  readonly feedback?: string
  /** The quiz's right answer. */
  readonly correct?: boolean
}

export type Block
  = | { readonly kind: 'heading', readonly text: string }
    | { readonly kind: 'paragraph', readonly text: string, readonly speaker?: string }
    /** Words apart from the rest: a call-out, or how help is reached. */
    | { readonly kind: 'note', readonly text: string }
    | { readonly kind: 'points', readonly points: readonly string[] }
    | { readonly kind: 'options', readonly options: readonly TextOption[] }
    /** What stands in the place of what is right before it, after earlier choices: of each list one. */
    | { readonly kind: 'otherwise', readonly after: readonly (readonly string[])[], readonly blocks: readonly Block[] }

/** One screen. */
export interface TextSection {
  readonly id: string
  readonly title: string
  /** Of the screen: the opening, the ending, or an activity. */
  readonly type: string
  readonly blocks: readonly Block[]
}

/** The same screen in another wording. */
interface OtherText {
  /** The choices after which it reads like this: of each list one. */
  readonly after: readonly (readonly string[])[]
  readonly blocks: readonly Block[]
}

/**
 * @param neutral what everybody meets who has not chosen
 * @returns it, with what reads otherwise after each choice right behind what it takes the place of
 */
export function withOtherWordings(neutral: readonly Block[], others: readonly OtherText[]): Block[] {
  const inserted = others.flatMap(({ after, blocks }) => changes(neutral, blocks).map(({ at, instead }) => ({
    at, block: { kind: 'otherwise', after, blocks: instead } as const,
  })))
  const behind = (place: number) => inserted.filter(({ at }) => at === place).map(({ block }) => block)
  return [...behind(0), ...neutral.flatMap((block, index) => [block, ...behind(index + 1)])]
}

/** @returns each run of blocks that only the other text has, and how many of the neutral ones stand before it */
function changes(neutral: readonly Block[], other: readonly Block[]): { at: number, instead: Block[] }[] {
  const [a, b] = [neutral, other].map(blocks => blocks.map(block => JSON.stringify(block))) as [string[], string[]]
  const common = commonLengths(a, b)
  const length = (i: number, j: number) => common[i]?.[j] ?? 0
  const found: { at: number, instead: Block[] }[] = []
  let i = 0
  let run: Block[] = []
  const close = () => {
    if (run.length > 0) found.push({ at: i, instead: run })
    run = []
  }
  other.forEach((block, j) => {
    while (i < a.length && a[i] !== b[j] && length(i + 1, j) >= length(i, j + 1)) i++
    if (a[i] === b[j]) {
      close()
      i++
    }
    else run.push(differing(neutral[i - 1], block))
  })
  close()
  return found
}

/** Of a list of options only those that read otherwise. */
function differing(neutral: Block | undefined, other: Block): Block {
  if (neutral?.kind !== 'options' || other.kind !== 'options') return other
  const known = neutral.options.map(option => JSON.stringify(option))
  return { ...other, options: other.options.filter(option => !known.includes(JSON.stringify(option))) }
}

/** By how much is before each pair of places, the length of the longest common part of what is behind them. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i] ?? []
      row[j] = a[i] === b[j] ? 1 + (lengths[i + 1]?.[j + 1] ?? 0) : Math.max(lengths[i + 1]?.[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return lengths
}

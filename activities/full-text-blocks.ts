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

export const heading = (text: string): Block => ({ kind: 'heading', text })
export const paragraph = (text: string, speaker?: string): Block => ({ kind: 'paragraph', text, ...(speaker === undefined ? {} : { speaker }) })
export const note = (text: string): Block => ({ kind: 'note', text })
export const points = (list: readonly string[]): Block => ({ kind: 'points', points: list })
export const options = (list: readonly TextOption[]): Block => ({ kind: 'options', options: list })

/** Leaves out what an author did not give. */
export function present(text: string | undefined, block: (text: string) => Block): Block[] {
  return text === undefined ? [] : [block(text)]
}

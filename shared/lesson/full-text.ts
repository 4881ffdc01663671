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

/** One screen. */
export interface TextSection {
  readonly id: string
  readonly title: string
  /** Of the screen: the opening, the ending, or an activity. */
  readonly type: string
  readonly blocks: readonly Block[]
}

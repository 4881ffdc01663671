/**
 * Who somebody is: the same person is the same in every mood, pose and lesson. What each word means is a part's name without its first
 * letter, which is the register's.
 */
export interface Person {
  readonly name: string
  /** The story somebody is of, as the contact sheet groups them. */
  readonly story: string
  /** `w`: drawn for the warm register, `c` for the clear one. */
  readonly fig: 'w' | 'c'
  readonly head: string
  readonly hair: string
  readonly nose: string
  readonly top: string
  /** Under the features: beard, lines, freckles. */
  readonly on?: readonly string[]
  /** Over the hair: glasses, hearing aids. */
  readonly wears?: readonly string[]
  /** Behind everything: wings. */
  readonly behind?: string
  readonly rides?: string
  /** How broad, 1 being the figure as it is drawn. */
  readonly build?: number
  /** Classes of the art's style: skin, hair, what is worn, cloth, legs. */
  readonly colours: readonly string[]
}

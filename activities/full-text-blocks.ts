/** Makes the pieces of a lesson's full text. */
import type { Block, TextOption } from '#shared/lesson/full-text'
import type { Scene } from '#shared/scenes/scene'

export type { Block }

export const heading = (text: string): Block => ({ kind: 'heading', text })
export const paragraph = (text: string, speaker?: string): Block => ({
  kind: 'paragraph',
  text,
  ...(speaker === undefined ? {} : { speaker }),
})
/** A message of an app; `voiceNote` is the word for one that is heard. */
export const message = ({ text, voice }: { text: string, voice?: number | undefined }, name: string, voiceNote: string): Block =>
  paragraph(text, voice === undefined ? name : `${name} (${voiceNote})`)
export const note = (text: string): Block => ({ kind: 'note', text })
export const points = (list: readonly string[]): Block => ({ kind: 'points', points: list })
export const options = (list: readonly (TextOption & { readonly aside?: string | undefined })[]): Block => ({
  kind: 'options',
  options: list.map(({ aside, ...option }) => aside === undefined ? option : { ...option, feedback: `${option.feedback ?? ''} ${aside}` }),
})

/** Leaves out what an author did not give. */
export function present(text: string | undefined, block: (text: string) => Block): Block[] {
  return text === undefined ? [] : [block(text)]
}

/** What is to be seen, with where and when, and what somebody says in it. */
export const sceneText = ({ alt, caption, says }: Scene): Block[] => [
  paragraph(`[${caption === undefined ? '' : `${caption}. `}${alt}]`),
  ...(says ? [paragraph(says.text, says.by)] : []),
]

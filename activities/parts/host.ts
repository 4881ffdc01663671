/** What the host gives every part of the player: its words, its pictures, the lesson's glossary. Both hosts (app, SCO) provide the same. */
import { inject, type InjectionKey } from 'vue'
import type { Drawn } from '#shared/scenes/scene'
import type { HelpRoute } from '#shared/lesson/help-routes'

/** Looks a message up and fills in its `{placeholders}`. */
export type Translate = (key: string, values?: Record<string, string | number>) => string

export interface PlayerHost {
  readonly t: Translate
  /** @returns the address of a picture of content/pictures */
  readonly pictureUrl: (id: string) => string
  /** Faces by their ids, which stand where a picture's may; the page holds their parts (SceneParts.vue). */
  readonly faces?: Readonly<Record<string, Drawn>> | undefined
  /** The routes to help that this lesson's band is shown. */
  readonly help: readonly HelpRoute[]
  readonly glossary: readonly { readonly term: string, readonly meaning: string }[]
  /** Per cent, or null for none. An LMS may bring its own after the start, so read it when it is needed. */
  readonly passMark: number | null
  /** Goes at the quiz; undefined or null for as many as the pupil likes. */
  readonly goes?: number | null
  /** The device's own voice, which says what a voice note says; pressed again, it falls silent. */
  readonly voice?: {
    readonly canSpeak: boolean
    /** Every line has a button that says it. */
    readonly lines?: boolean
    readonly say: (text: string) => void
  }
  /** The pupil would rather pick an answer and then check it than give it at one press. */
  readonly checksFirst?: boolean
  readonly school?: { readonly name: string, readonly logoUrl: string | null }
  /** Languages to choose from, and the one that is on. */
  readonly languages?: {
    readonly choices: readonly { readonly locale: string, readonly name: string }[]
    readonly now: string
    readonly choose: (locale: string) => void
  }
}

/** Of the same name wherever it is read: a package's two scripts each have this file. */
export const playerHostKey: InjectionKey<PlayerHost> = Symbol.for('whos-there player host')

/** @returns the host; throws where a part of the player is used outside of one, which is a programming error */
export function usePlayerHost(): PlayerHost {
  const host = inject(playerHostKey)
  if (!host) throw new Error('This component belongs inside a LessonPlayer: provide playerHostKey.')
  return host
}

/** @returns a translate function over flat messages; a missing key shows itself, so that it is seen */
export function translator(messages: Readonly<Record<string, string>>): Translate {
  return (key, values = {}) => (messages[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

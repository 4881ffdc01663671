/** Texts that programs without a bundler read too: a line for each language that has them. */
import en from './player/en.json' with { type: 'json' }
import enPreview from './preview/en.json' with { type: 'json' }

type Texts = Readonly<Record<string, string>>

/** The player's words, by locale. */
export const playerTexts: Readonly<Record<string, Texts>> = { en }

/** What stands around a package that is tried out, by locale. */
export const previewTexts: Readonly<Record<string, Texts>> = { en: enPreview }

/** The order of names in a list: by the rules of the default language, and "Class 9" before "Class 10". */
import { DEFAULT_LANGUAGE } from '#shared/text/languages'

const { compare } = new Intl.Collator(DEFAULT_LANGUAGE.tag, { numeric: true })

/** @returns a negative number where a's name stands before b's */
export const byName = (a: { readonly name: string }, b: { readonly name: string }): number => compare(a.name, b.name)

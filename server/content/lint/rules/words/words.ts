/** Blame phrases, words a band keeps clear of, harsh words, promises and real products: one rule for each family of words.ts. */
import type { Band } from '#shared/lesson/bands'
import { isEnglish } from '#shared/text/language-of'
import { readableTexts, type ReadableText } from '../../readable-text.ts'
import type { Finding, Rule } from '../../rule.ts'
import { phrasesIn } from '../../phrases.ts'
import { exceptions, families, type Exception, type WordFamily } from '../../words.ts'

/** @returns what this family of words finds in the texts, for a band or (null) for adults */
export function wordFindings(family: WordFamily, texts: readonly ReadableText[], band: Band | null): Finding[] {
  return texts
    .filter(({ kind }) => !family.spares.includes(kind))
    .flatMap(({ text, path }) =>
      phrasesIn(text, family.phrases(band)).map(phrase => ({ path, message: `"${phrase}" ${family.advice}: "${text}"` })),
    )
}

/** One rule for each family. A test gives its own exceptions. */
export function rulesOf(families: readonly WordFamily[], exceptions: readonly Exception[]): Rule[] {
  return families.map(family => ({
    name: family.rule,
    check: lesson => isEnglish(lesson.locale)
      ? wordFindings(family, readableTexts(lesson), lesson.band).filter(({ path, message }) => {
          const screen = typeof path[1] === 'number' ? lesson.screens[path[1]]?.id : undefined
          return !exceptions.some(known =>
            known.rule === family.rule && known.lesson === lesson.id && known.screen === screen && message.startsWith(`"${known.phrase}" `))
        })
      : [],
  }))
}

export const wordRules: readonly Rule[] = rulesOf(families, exceptions)

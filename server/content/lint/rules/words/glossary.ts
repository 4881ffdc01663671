/** Glossary terms that lesson text uses are explained, every explained term is used, and markup stands only where it is shown. */
import { inlineParts } from '#shared/text/inline-text'
import { readableTexts, type ReadableText, type TextKind } from '../../readable-text.ts'
import type { Rule } from '../../rule.ts'

/** Buttons, questions and names are shown as they are written. */
const plain: readonly TextKind[] = ['title', 'label', 'alt', 'question', 'option', 'meaning', 'teacher']

const termsIn = ({ source }: ReadableText) => inlineParts(source).flatMap(part => part.kind === 'term' ? [part.term] : [])

export const glossary: Rule = {
  name: 'glossary',
  check: (lesson) => {
    const used = readableTexts(lesson).flatMap(text => termsIn(text).map(term => ({ term, path: text.path })))
    const explained = lesson.glossary.map(({ term }) => term.toLowerCase())
    return [
      ...used
        .filter(({ term }) => !explained.includes(term))
        .map(({ term, path }) => ({ path, message: `"${term}" is not in the glossary` })),
      ...explained.flatMap((term, index) =>
        used.some(other => other.term === term)
          ? []
          : [{ path: ['glossary', index], message: `no text uses "${term}": mark it with [[${term}]] where it matters` }],
      ),
      ...explained.flatMap((term, index) =>
        explained.indexOf(term) < index ? [{ path: ['glossary', index], message: `"${term}" is explained twice` }] : [],
      ),
    ]
  },
}

export const markup: Rule = {
  name: 'markup',
  check: lesson => readableTexts(lesson).flatMap(({ source, text, kind, path }) => {
    if (/\*\*|\[\[|\]\]/.test(text)) return [{ path, message: `"**" or "[[" is not closed: "${text}"` }]
    return plain.includes(kind) && source !== text ? [{ path, message: `"**" and "[[" are not shown as markup here: "${source}"` }] : []
  }),
}

/**
 * Inside [ ] YAML takes a comma for the end of a text: "[Before it starts, look]" are two paragraphs. No parser can know what was
 * meant.
 */
import { readableTexts } from '../../readable-text.ts'
import type { Rule } from '../../rule.ts'

export const splitText: Rule = {
  name: 'split-text',
  check: lesson =>
    readableTexts(lesson)
      .filter(
        ({ path, source }) =>
          typeof path.at(-1) === 'number' && path.at(-2) === 'text' && Number(path.at(-1)) > 0 && /^\p{Ll}/u.test(source),
      )
      .map(({ path, source }) => ({
        path,
        message: `"${source}" begins with a small letter: was a sentence split at its comma? Put quotes around it`,
      })),
}

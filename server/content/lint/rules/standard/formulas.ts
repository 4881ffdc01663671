/** Words that were good once and are a formula the fifth time, and what is said only by a person who means it. */
import { isEnglish } from '#shared/text/language-of'
import { plainText } from '#shared/text/inline-text'
import { lessonWay } from '../../measure/screens.ts'
import { most } from '../../measure/way.ts'
import { normalised } from '../../phrases.ts'
import { pupilTexts } from '../../readable-text.ts'
import type { Rule } from '../../rule.ts'

interface Formula {
  readonly name: string
  readonly pattern: RegExp
  readonly most: number
}

/** Counted in the whole file, the version with less at once apart, as its words take the place of others. */
const inFile: readonly Formula[] = [
  { name: 'lots of people', pattern: /\b(?:lots of|many|plenty of|most) (?:people|children|pupils|young people)\b/gi, most: 2 },
  { name: 'what else could', pattern: /\b(?:what|where|who) else could\b/gi, most: 4 },
  { name: 'tummy', pattern: /\btumm(?:y|ies)\b/gi, most: 1 },
]

/** On one way through the lesson, the fixed ending apart. */
const fault: Formula = {
  name: 'not your fault',
  pattern: /(?:\bnot|\bnever|n't|\bnone of (?:it|this|that) (?:is|was))\s+(?:\w+\s+){0,2}?(?:your|his|her|their|the child's|\p{Lu}\w+'s) fault\b/giu,
  most: 2,
}

const times = (text: string, { pattern }: Formula) => normalised(text).match(pattern)?.length ?? 0

export const formulas: Rule = {
  name: 'formulas',
  check: (lesson) => {
    if (!isEnglish(lesson.locale)) return []
    const texts = pupilTexts(lesson).filter(({ path }) => !path.includes('support'))
    const repeated = inFile.flatMap((formula) => {
      const found = texts.flatMap(text => Array.from({ length: times(text.text, formula) }, () => text))
      const over = found[formula.most]
      return over
        ? [{ path: over.path, message: `"${formula.name}" and its like stand ${found.length} times in this lesson, at most ${formula.most}` }]
        : []
    })
    const told = lesson.screens.filter(({ type }) => type !== 'ending')
    const heard = most(lessonWay({ screens: told }), met => 'text' in met ? times(plainText(met.text), fault) : 0)
    return heard > fault.most
      ? [...repeated, { path: ['screens'], message: `one way through says "${fault.name}" ${heard} times besides the ending, at most ${fault.most}` }]
      : repeated
  },
}

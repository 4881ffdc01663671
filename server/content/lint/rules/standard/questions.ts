/** Questions that somebody who knows nothing cannot answer: a quiz of the band's size, even options, and guessers who stay near chance. */
import { guess, questionsOf, spreadInWords } from '../../measure/guessers.ts'
import type { Finding, Path, Rule } from '../../rule.ts'
import { standard } from '../../standard.ts'

const MOST_GUESSED = 0.45
/** Of few questions one may be guessed right, whatever the share. */
const ALWAYS_ALLOWED = 1
const EVEN_WITHIN_WORDS = 2

export const quizSize: Rule = {
  name: 'quiz-size',
  check: (lesson) => {
    const { quiz: { draw, pool }, passMark } = standard[lesson.band]
    const findings = lesson.screens.flatMap((screen, index): Finding[] => screen.type !== 'quiz'
      ? []
      : [
          ...screen.draw === draw ? [] : [{ path: ['screens', index, 'draw'], message: `draws ${screen.draw}; at this age ${draw}` }],
          ...screen.pool.length >= pool
            ? []
            : [{ path: ['screens', index, 'pool'], message: `${screen.pool.length} questions in the pool, at least ${pool}` }],
        ])
    return lesson.passMark === passMark
      ? findings
      : [{ path: ['passMark'], message: `the mark to reach is ${passMark ?? 'null, nobody is given one'} at this age` }, ...findings]
  },
}

export const optionsEven: Rule = {
  name: 'options-even',
  check: ({ screens }) => screens.flatMap((screen, index) => {
    const [list, items] = screen.type === 'quiz'
      ? ['pool', screen.pool] as const
      : screen.type === 'check' ? ['items', screen.items.filter(({ kind }) => kind === 'knowledge')] as const : ['', []] as const
    const all = screen.type === 'check' ? screen.items : items
    return items.flatMap(({ id, options }): Finding[] => {
      const words = spreadInWords(options.map(({ text }) => text))
      const place = all.findIndex(item => item.id === id)
      return words > EVEN_WITHIN_WORDS
        ? [{ path: ['screens', index, list, place, 'options'], message: `the options differ by ${words} words, at most ${EVEN_WITHIN_WORDS}` }]
        : []
    })
  }),
}

export const guessersRule: Rule = {
  name: 'guessers',
  check: (lesson) => {
    const questions = questionsOf(lesson)
    const placeOf = (types: readonly string[]): Path => ['screens', lesson.screens.findIndex(({ type }) => types.includes(type))]
    const places = {
      quiz: placeOf(['quiz']),
      checks: placeOf(['check']),
      practice: placeOf(['choice', 'reply', 'gap', 'chat', 'story', 'spread']),
    } as const
    return (['quiz', 'checks', 'practice'] as const).flatMap((kind) => {
      const asked = questions[kind].length
      const over = guess(questions[kind]).filter(({ share }) => share > Math.max(MOST_GUESSED, ALWAYS_ALLOWED / asked) + 1e-9)
      const named = over.slice(0, 3).map(({ strategy, share }) => `${strategy}: ${Math.round(share * 100)} %`).join('; ')
      return over.length === 0
        ? []
        : [{
            path: places[kind],
            message: `who knows nothing gets more than ${MOST_GUESSED * 100} % of the ${asked} questions (${kind}) by a simple rule: ${named}`,
          }]
    })
  },
}

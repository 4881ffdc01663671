import { describe, expect, it } from 'vitest'
import { lesson } from '#activities/lesson'
import { withSupport } from '#activities/support'
import { fixtureLesson } from '../tests/support/lessons/fixture-lesson'

const two = [
  { id: 'a', text: 'Ask somebody', picture: 'face-gran', tone: 'thoughtful', feedback: 'Asking is a good idea.' },
  { id: 'b', text: 'Not sure', tone: 'unsure', feedback: 'Not knowing is fine.' },
]

/** The fixture lesson with `support` on the screen of that id. */
function withSupportOn(id: string, support: object) {
  const { screens, ...rest } = fixtureLesson()
  return lesson.safeParse({ ...rest, screens: screens.map(screen => screen.id === id ? { ...screen, support } : screen) })
}
const messagesOf = (result: ReturnType<typeof withSupportOn>) =>
  result.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []

describe('the version of a screen with less at once', () => {
  it('takes the place of the fields it names, and leaves the others', () => {
    const parsed = withSupportOn('first-clue', { options: two })
    const screen = parsed.data?.screens[1]
    expect(screen && withSupport(screen)).toMatchObject({ id: 'first-clue', question: 'What would you say?', options: two })
    expect(screen && 'support' in withSupport(screen)).toBe(false)
  })

  it('has to be a whole screen of the same type, and says what is missing and where', () => {
    expect(messagesOf(withSupportOn('first-clue', { options: [two[0]] }))[0]).toMatch(/^screens\.1\.support\.options: .*>=2/)
    expect(messagesOf(withSupportOn('first-clue', { id: 'other' }))).toEqual(['screens.1.support.id: stays as it is in the screen itself'])
    expect(messagesOf(withSupportOn('opening', { today: 'Hello' }))).toEqual([
      'screens.0.support: the opening and the ending are the same for everybody',
    ])
  })

  it('of a quiz only leaves options out, so that the score means the same', () => {
    const quiz = fixtureLesson().screens.find(screen => screen.type === 'quiz')
    if (quiz?.type !== 'quiz') throw new Error('the fixture lesson has a quiz')
    const fewer = quiz.pool.map(item => ({ ...item, options: item.options.slice(0, 2) }))
    expect(messagesOf(withSupportOn(quiz.id, { pool: fewer }))).toEqual([])
    expect(messagesOf(withSupportOn(quiz.id, { pool: fewer.slice(0, 3), draw: 3 }))[0]).toContain('only options may be left out')
    const swapped = fewer.map(item => ({
      ...item,
      options: item.options.map(({ correct, ...option }) => (correct ? option : { ...option, correct: true })),
    }))
    expect(messagesOf(withSupportOn(quiz.id, { pool: swapped }))[0]).toContain('only options may be left out')
  })
})

/** Every objective is practised on a screen with something to do and tested at least twice, and nothing points at one that is not there. */
import type { Lesson } from '#activities/lesson'
import type { Finding, Rule } from '../rule.ts'

const LEAST_ITEMS = 2

/** Reading about it is not practising it. */
const nothingToDo: readonly string[] = ['opening', 'content', 'check', 'quiz', 'ending']

function unknownObjectives(lesson: Lesson): Finding[] {
  const known = new Set<string>(lesson.objectives.map(({ id }) => id))
  return lesson.screens.flatMap((screen, index) => {
    const named = (screen.objectives ?? []).map((id, at) => ({ id, path: ['screens', index, 'objectives', at] }))
    const items
      = screen.type === 'quiz' ? { list: 'pool', of: screen.pool } : { list: 'items', of: screen.type === 'check' ? screen.items : [] }
    const tested = items.of.map(({ objective }, at) => ({ id: objective, path: ['screens', index, items.list, at, 'objective'] }))
    return [...named, ...tested]
      .filter(({ id }) => !known.has(id))
      .map(({ id, path }) => ({ path, message: `there is no objective "${id}"` }))
  })
}

export const objectives: Rule = {
  name: 'objectives',
  check: (lesson) => {
    const practised = lesson.screens.filter(({ type }) => !nothingToDo.includes(type)).flatMap(screen => screen.objectives ?? [])
    const tested = lesson.screens.flatMap(screen => screen.type === 'quiz' ? screen.pool.map(({ objective }) => objective) : [])
    const uncovered = lesson.objectives.flatMap(({ id }, index) => {
      const path = ['objectives', index]
      const items = tested.filter(objective => objective === id).length
      return [
        ...(practised.includes(id) ? [] : [{ path, message: `no screen with something to do practises "${id}"` }]),
        ...(items < LEAST_ITEMS ? [{ path, message: `${items} quiz items test "${id}", at least ${LEAST_ITEMS}` }] : []),
      ]
    })
    return [...unknownObjectives(lesson), ...uncovered]
  },
}

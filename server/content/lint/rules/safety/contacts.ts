/** Offender-side limits: what somebody known only online says stays short, and a profile proves nothing either way. */
import type { Screen } from '#activities/lesson'
import type { Path, Rule } from '../../rule.ts'

/** Per contact and lesson, every branch counted. */
const MOST_MESSAGES = 5

interface Said {
  readonly name: string
  readonly path: Path
}

/** @returns what contacts say on a screen, with who says it */
function contactMessages(screen: Screen, path: Path): Said[] {
  if (screen.type === 'reply') {
    return screen.rounds.flatMap(({ speaker, message }, index) =>
      speaker?.role === 'contact' && message !== undefined ? [{ name: speaker.name, path: [...path, 'rounds', index, 'message'] }] : [])
  }
  if (screen.type === 'profile') {
    return screen.profiles.flatMap(({ name, truth, details }, index) =>
      truth === 'genuine'
        ? []
        : details.flatMap(({ label }, at) =>
            /\b(?:messages?|says|asks|wrote|chat)\b/i.test(label) ? [{ name, path: [...path, 'profiles', index, 'details', at] }] : [],
          ),
    )
  }
  if (screen.type === 'flags' || screen.type === 'practice') {
    return screen.messages.flatMap(({ from }, index) => {
      const who = screen.speakers.find(({ id }) => id === from)
      return who?.role === 'contact' ? [{ name: who.name, path: [...path, 'messages', index] }] : []
    })
  }
  if (screen.type !== 'chat' && screen.type !== 'story') return []
  const lines
    = screen.type === 'chat'
      ? screen.turns.flatMap((turn, index) =>
          turn.messages.map(({ from }, at) => ({ from, path: [...path, 'turns', index, 'messages', at] })),
        )
      : screen.scenes.flatMap((scene, index) =>
          (scene.speech ?? []).map(({ from }, at) => ({ from, path: [...path, 'scenes', index, 'speech', at] })),
        )
  return lines.flatMap(({ from, path }) => {
    const who = screen.speakers.find(({ id }) => id === from)
    return who?.role === 'contact' ? [{ name: who.name, path }] : []
  })
}

export const contactMessagesRule: Rule = {
  name: 'contact-messages',
  inEachWording: true,
  check: (lesson) => {
    const said = lesson.screens.flatMap((screen, index) => contactMessages(screen, ['screens', index]))
    const byName = new Map<string, Said[]>()
    for (const one of said) {
      const name = one.name.trim().toLowerCase()
      byName.set(name, [...byName.get(name) ?? [], one])
    }
    return [...byName.values()].flatMap((all) => {
      const over = all[MOST_MESSAGES]
      return over
        ? [
            {
              path: over.path,
              message: `${over.name} says ${all.length} things in this lesson, all branches counted; at most ${MOST_MESSAGES}`,
            },
          ]
        : []
    })
  },
}

export const speakersExist: Rule = {
  name: 'speakers-exist',
  inEachWording: true,
  check: lesson => lesson.screens.flatMap((screen, index) => {
    if (screen.type !== 'chat' && screen.type !== 'story') return []
    const known = new Set<string>(screen.speakers.map(({ id }) => id))
    const lines
      = screen.type === 'chat'
        ? screen.turns.flatMap((turn, step) =>
            turn.messages.map(({ from }, at) => ({ from, path: ['screens', index, 'turns', step, 'messages', at, 'from'] })),
          )
        : screen.scenes.flatMap((scene, step) =>
            (scene.speech ?? []).map(({ from }, at) => ({ from, path: ['screens', index, 'scenes', step, 'speech', at, 'from'] })),
          )
    return lines.filter(({ from }) => !known.has(from)).map(({ from, path }) => ({ path, message: `nobody here has the id "${from}"` }))
  }),
}

export const profileTruth: Rule = {
  name: 'profile-truth',
  check: lesson => lesson.screens.flatMap((screen, index) => {
    if (screen.type !== 'profile') return []
    const path = ['screens', index, 'profiles']
    const hidden = screen.profiles.some(({ truth, details }) => truth === 'pretending' && details.every(({ clue }) => !clue))
    const odd = screen.profiles.some(({ truth, details }) => truth === 'genuine' && details.some(detail => detail.odd))
    return [
      ...(hidden ? [] : [{ path, message: 'nobody here pretends without a single clue, so it looks as if a profile could tell' }]),
      ...(odd ? [] : [{ path, message: 'nobody here is genuine and has an odd detail, so it looks as if odd meant false' }]),
    ]
  }),
}

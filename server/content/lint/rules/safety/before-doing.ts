/** Not too much to read before there is something to do: on a screen, in a scene of a story, in a question. */
import type { Screen } from '#activities/lesson'
import { limits } from '../../limits.ts'
import { readableTexts, type ReadableText } from '../../readable-text.ts'
import type { Path, Rule } from '../../rule.ts'
import { wordsOf } from '../../sentences.ts'

/** Lists of a screen whose members come one at a time: each is a stretch of its own, and the first follows on the screen's own text. */
const inTurn: readonly string[] = [
  'scenes',
  'turns',
  'rounds',
  'pool',
  'cards',
  'statements',
  'profiles',
  'steps',
  'messages',
  'sentences',
  'questions',
  'pairs',
]

/** Lists that are gone through as part of the doing. */
const doing: readonly string[] = [
  'acts',
  'options',
  'choices',
  'details',
  'oneThing',
  'closing',
  'speakers',
  'groups',
  'answers',
  'items',
  'kinds',
  'places',
  'settings',
  'spots',
  'viewers',
]

/** Fields that are read when it has been done. */
const afterwards: readonly string[] = [
  'ending',
  'guidance',
  'helps',
  'keepTelling',
  'nobody',
  'outcomes',
  'rehearse',
  'summary',
  'takeBack',
]

/** A story or chat is doing from its first step on, so its steps stand alone. */
const startsByDoing: readonly Screen['type'][] = ['story', 'chat', 'flags', 'practice', 'spread']

/** @returns where the stretch of reading begins that this text belongs to; null when it is read after or as part of the doing */
function stretchOf(text: ReadableText, screen: Screen): Path | null {
  if (text.kind === 'feedback' || text.kind === 'alt' || text.kind === 'title') return null
  const own = text.path[2] === 'support' ? 3 : 2
  const [list, index] = text.path.slice(own)
  const start = text.path.slice(0, own)
  if (text.path.slice(own).some(step => doing.includes(String(step)) || afterwards.includes(String(step)))) return null
  if (!inTurn.includes(String(list))) return start
  const alone = index !== 0 || startsByDoing.includes(screen.type)
  return alone ? text.path.slice(0, own + 2) : start
}

export const beforeDoing: Rule = {
  name: 'before-doing',
  inEachWording: true,
  check: (lesson) => {
    const { beforeDoing: most } = limits[lesson.band]
    const stretches = new Map<string, { path: Path, words: number }>()
    for (const text of readableTexts(lesson)) {
      const screen = text.screen === null ? undefined : lesson.screens[text.screen]
      const path = screen && stretchOf(text, screen)
      if (!path) continue
      const before = stretches.get(path.join('.'))?.words ?? 0
      stretches.set(path.join('.'), { path, words: before + wordsOf(text.text).length })
    }
    return [...stretches.values()]
      .filter(({ words }) => words > most)
      .map(({ path, words }) => ({ path, message: `${words} words to read before there is something to do, at most ${most}` }))
  },
}

/**
 * Chapters of a lesson, in the order that the lesson gives them, and the place where its second sitting begins. A screen belongs to
 * the chapter of the nearest screen before it that names one.
 */
export const chapters = ['meet', 'notice', 'try', 'help', 'quiz'] as const
export type Chapter = (typeof chapters)[number]

interface Chaptered {
  readonly id: string
  readonly chapter?: Chapter | undefined
  readonly startsSitting?: true | undefined
}

export interface PlaceInChapter {
  readonly chapter: Chapter
  /** Counted from 1. */
  readonly place: number
  readonly of: number
  /** All of the lesson's, in its order. */
  readonly all: readonly { readonly chapter: Chapter, readonly state: 'done' | 'now' | 'later' }[]
}

/** A lesson can be done at once, or in two sittings with a break where the second begins. */
export interface Sitting {
  /** Whole minutes, about; those of all sittings make up the lesson's. */
  readonly minutes: number
  readonly first: PlaceOfScreen
  readonly last: PlaceOfScreen
}

interface PlaceOfScreen {
  readonly id: string
  /** Counted from 1. */
  readonly number: number
  readonly title: string
}

/** @returns each screen's chapter, in the lesson's order; undefined before the first that is named */
function chaptersOf(screens: readonly Chaptered[]): (Chapter | undefined)[] {
  let now: Chapter | undefined
  return screens.map((screen) => {
    now = screen.chapter ?? now
    return now
  })
}

/** @returns where a screen stands in its chapter, or undefined in a lesson without chapters */
export function placeInChapter(screens: readonly Chaptered[], screenId: string): PlaceInChapter | undefined {
  const all = chaptersOf(screens)
  const index = screens.findIndex(({ id }) => id === screenId)
  const chapter = all[index]
  if (chapter === undefined) return undefined
  const order = all.filter((name, at) => name !== undefined && all.indexOf(name) === at) as Chapter[]
  const now = order.indexOf(chapter)
  return {
    chapter,
    place: index - all.indexOf(chapter) + 1,
    of: all.filter(name => name === chapter).length,
    all: order.map((name, at) => ({ chapter: name, state: at < now ? 'done' : at === now ? 'now' : 'later' })),
  }
}

/** @returns what is wrong with the chapters of a lesson, each with the screen it is about */
export function chapterFaults(screens: readonly Chaptered[]): { readonly index: number, readonly message: string }[] {
  const named = screens.flatMap(({ chapter }, index) => chapter === undefined ? [] : [{ chapter, index }])
  const first = named[0]
  const sittings = screens.flatMap(({ startsSitting }, index) => startsSitting ? [index] : [])
  return [
    ...(first && first.index > 0 ? [{ index: 0, message: 'a lesson with chapters names the first one on its first screen' }] : []),
    ...named
      .filter(({ chapter }, at) => named.findIndex(other => other.chapter === chapter) !== at)
      .map(({ chapter, index }) => ({ index, message: `the chapter "${chapter}" has begun before` })),
    ...sittings.slice(1).map(index => ({ index, message: 'a lesson has two sittings, so the second begins once' })),
    ...sittings
      .filter(index => index === 0 || screens[index]?.chapter === undefined)
      .map(index => ({ index, message: 'the second sitting begins with a chapter, and not with the lesson' })),
  ]
}

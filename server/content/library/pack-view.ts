/** Makes a teacher pack as the page shows it. */
import { lessonText, type Words } from '#activities/full-text'
import type { Lesson } from '#activities/lesson'
import type { PackView, ScreenName } from '#shared/api/packs'
import { findHelp, helpFor, type Library } from './library.ts'
import type { Pack, PackCommon } from './pack.ts'

/** @param words the player's own words in the lesson's language */
export function packView({ pack, common }: { pack: Pack, common: PackCommon }, lesson: Lesson, library: Library, words: Words): PackView {
  const order = lesson.screens.map(({ id }) => id)
  const name = (id: string): ScreenName => {
    const index = order.indexOf(id)
    return { id, number: index + 1, title: lesson.screens[index]?.title ?? '' }
  }
  const named = <T extends { screens: readonly string[] }>(step: T) => ({ ...step, screens: step.screens.map(name) })
  return {
    ...pack,
    common,
    plan: pack.plan.map(named),
    sittings: pack.sittings.map((sitting, index) => {
      const before = pack.sittings[index - 1]
      const first = before ? order.indexOf(before.upTo) + 1 : 0
      return { ...sitting, first: name(order[first] ?? sitting.upTo), last: name(sitting.upTo) }
    }),
    discussion: pack.discussion.map(({ screen, ...rest }) => ({ ...rest, screen: name(screen) })),
    noDevice: { kit: pack.noDevice.kit, steps: pack.noDevice.steps.map(named) },
    answers: lessonText(lesson, words).filter(({ type }) => type === 'quiz'),
    routes: {
      pupils: helpFor(library, lesson.locale, lesson.band),
      adults: helpFor(library, lesson.locale, 'adults'),
      checked: findHelp(library, lesson.locale)?.checked ?? '',
    },
  }
}

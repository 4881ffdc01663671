/** A teacher pack as the page shows it: titles, answers and help routes come from the lesson and the help file, so that they cannot drift. */
import { lessonText, type TextSection, type Words } from '#activities/full-text'
import type { Lesson } from '#activities/lesson'
import type { HelpRoute } from '#shared/lesson/help-routes'
import { findHelp, helpFor, type Library } from './library.ts'
import type { Pack, PackCommon } from './pack.ts'

interface ScreenName {
  readonly id: string
  /** Its place in the lesson, from 1. */
  readonly number: number
  readonly title: string
}

type Named<T extends { screens: readonly string[] }> = Omit<T, 'screens'> & { readonly screens: readonly ScreenName[] }

export interface PackView extends Omit<Pack, 'plan' | 'sittings' | 'discussion' | 'noDevice'> {
  readonly common: PackCommon
  readonly plan: readonly Named<Pack['plan'][number]>[]
  readonly sittings: readonly (Pack['sittings'][number] & { readonly first: ScreenName, readonly last: ScreenName })[]
  readonly discussion: readonly (Omit<Pack['discussion'][number], 'screen'> & { readonly screen: ScreenName })[]
  readonly noDevice: { readonly kit: readonly string[], readonly steps: readonly Named<Pack['noDevice']['steps'][number]>[] }
  /** The quiz with the answer that counts and the feedback on each option. */
  readonly answers: readonly TextSection[]
  readonly routes: { readonly pupils: readonly HelpRoute[], readonly adults: readonly HelpRoute[], readonly checked: string }
}

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

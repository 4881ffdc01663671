/** Makes a teacher pack as the page shows it. */
import { lessonText, type Words } from '#activities/full-text'
import type { Lesson } from '#activities/lesson'
import type { PackView, ScreenName } from '#shared/api/packs'
import type { Nation } from '#shared/lesson/nations'
import { isFace } from '#shared/scenes/face-id'
import { findCurriculum, mappings } from './curriculum.ts'
import { findHelp, helpFor, leadOf, type Library } from './library.ts'
import type { Pack, PackCommon } from './pack.ts'

/** In a pack's words: who leads on child protection at the school. Each nation calls them otherwise. */
const LEAD = '{lead}'

function named<T>(node: T, lead: string): T
function named(node: unknown, lead: string): unknown {
  if (typeof node === 'string') return node.replaceAll(LEAD, lead)
  if (Array.isArray(node)) return node.map((member: unknown) => named(member, lead))
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(Object.entries(node).map(([name, member]) => [name, named(member, lead)]))
}

/**
 * @param words the player's own words in the lesson's language
 * @param nation whose words and help it has
 */
export function packView(
  found: { readonly pack: Pack, readonly common: PackCommon },
  lesson: Lesson,
  library: Library,
  words: Words,
  nation: Nation = 'uk',
): PackView {
  const { pack, common } = named(found, leadOf(library, lesson.locale, nation))
  const order = lesson.screens.map(({ id }) => id)
  const name = (id: string): ScreenName => {
    const index = order.indexOf(id)
    return { id, number: index + 1, title: lesson.screens[index]?.title ?? '' }
  }
  const withNames = <T extends { screens: readonly string[] }>(step: T) => ({ ...step, screens: step.screens.map(name) })
  return {
    ...pack,
    common,
    plan: pack.plan.map(withNames),
    sittings: pack.sittings.map((sitting, index) => {
      const before = pack.sittings[index - 1]
      const first = before ? order.indexOf(before.upTo) + 1 : 0
      return { ...sitting, first: name(order[first] ?? sitting.upTo), last: name(sitting.upTo) }
    }),
    discussion: pack.discussion.map(({ screen, ...rest }) => ({ ...rest, screen: name(screen) })),
    organiser: organiserOf(pack),
    cards: pack.cards?.map(({ id, word, meaning, picture }) =>
      ({ id, word, meaning, file: picture === undefined || isFace(picture) ? null : picture })),
    tomorrow: tomorrowOf(found, lesson),
    evidence: evidenceOf(lesson, library, nation),
    noDevice: { kit: pack.noDevice.kit, steps: pack.noDevice.steps.map(withNames) },
    answers: lessonText(lesson, words).filter(({ type }) => type === 'quiz'),
    routes: {
      pupils: helpFor(library, lesson.locale, lesson.band, nation),
      adults: helpFor(library, lesson.locale, 'adults', nation),
      checked: findHelp(library, lesson.locale)?.checked ?? '',
    },
  }
}

/** @returns what the pack has for the day after, with the lesson's words for each belief; undefined where an older pack has none */
export function tomorrowOf({ pack }: { readonly pack: Pick<Pack, 'tomorrow'> }, { screens, misconceptions }: Lesson): PackView['tomorrow'] {
  return pack.tomorrow?.map(({ beliefs, screen, ...rest }) => {
    const index = screens.findIndex(({ id }) => id === screen)
    return {
      ...rest,
      beliefs: misconceptions.filter(({ id }) => beliefs.includes(id)).map(({ id, text }) => ({ id, text })),
      screen: { id: screen, number: index + 1, title: screens[index]?.title ?? '' },
    }
  })
}

/** The organiser's words are cards, so that both say the same. */
function organiserOf({ organiser, cards = [] }: Pack): PackView['organiser'] {
  return organiser && { ...organiser, words: organiser.words.flatMap(word => cards.find(({ id }) => id === word) ?? []) }
}

/** Where the school's nation is known, its own frameworks and those of all. */
function evidenceOf(lesson: Lesson, library: Library, nation: Nation): PackView['evidence'] {
  const file = findCurriculum(library, lesson.locale)
  const mapped = file ? mappings([lesson], file) : []
  const asked = (file?.frameworks ?? []).filter(framework => nation === 'uk' || framework.nation === undefined || framework.nation === nation)
  const frameworks = asked.map(({ name, edition, seen, checkedBy }) => {
    const own = mapped.filter(({ framework, edition: of }) => framework === name && of === edition)
    return { name, edition, seen, checkedBy, statements: [...new Map(own.map(one => [one.code, one])).values()] }
  })
  const items = (form: 'before' | 'after') =>
    lesson.screens.reduce((sum, screen) => screen.type === 'check' && screen.form === form ? sum + screen.items.length : sum, 0)
  const quiz = lesson.screens.find(screen => screen.type === 'quiz')
  return {
    frameworks: frameworks.filter(({ statements }) => statements.length > 0),
    asks: { before: items('before'), after: items('after'), quiz: quiz?.draw ?? 0, pool: quiz?.pool.length ?? 0 },
  }
}

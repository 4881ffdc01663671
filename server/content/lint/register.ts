/**
 * The register of who harms, who is odd, and which adult gets it right, for all lessons in one file: content/standard/register.yml.
 * One lesson shows one person; what pupils learn about people in general comes from all of them together.
 */
import { z } from 'zod'
import { bands } from '#shared/lesson/bands'
import type { Lesson } from '#activities/lesson'
import type { ContentIssue, Parsed } from '../library/parse-yaml.ts'
import type { LessonFile } from '../library/library.ts'
import { mentions } from './phrases.ts'
import { readableTexts } from './readable-text.ts'

/** Relative to `content/`. */
export const REGISTER = 'standard/register.yml'

/** Known only from the lesson's own story; `unknown` where nobody ever finds out. */
const person = z.strictObject({
  who: z.string().min(1),
  /** How the child knows them. `product`: software that answers like a person. */
  is: z.enum(['unknown-account', 'peer', 'partner', 'known-adult', 'known-teenager', 'recording', 'product', 'self']),
  as: z.enum(['man', 'woman', 'boy', 'girl', 'group', 'unknown']),
  /** What they do to get what they want. */
  by: z.array(z.string().min(1)).min(1),
})

const entry = z.strictObject({
  harms: z.array(person).min(1),
  /** Somebody who seems odd: what an adult's check offline shows, if anybody makes one. */
  odd: z.array(z.strictObject({ who: z.string().min(1), turnsOut: z.enum(['genuine', 'not-genuine', 'stays-unknown']) })).default([]),
  /** Contacts who are simply people. */
  fine: z.array(z.string().min(1)).default([]),
  firstAdult: z.strictObject({ who: z.string().min(1), is: z.enum(['right-at-once', 'busy', 'gets-it-wrong']) }),
  home: z.enum(['safe', 'unsafe', 'far-away', 'not-blood']),
})

export const registerFile = z.record(z.string(), entry)
export type Register = z.infer<typeof registerFile>

/** From so many lessons on, what they show together is judged. */
const ENOUGH_LESSONS = 6
const ENOUGH_IN_A_BAND = 3
/** In a third of a band's lessons the first adult gets it right at once, and in some not. */
const RIGHT_AT_ONCE = 1 / 3

/** @returns what is wrong with the register */
export function registerProblems(register: Parsed<Register>, lessons: readonly LessonFile[]): ContentIssue[] {
  const originals = [...new Map(lessons.map(({ value }) => [value.id, value])).values()]
  const issue = (path: readonly PropertyKey[], message: string): ContentIssue =>
    ({ file: `content/${REGISTER}`, line: register.lineOf(path), rule: 'register', message })
  const { value } = register
  const listed = originals.flatMap((lesson) => {
    const own = Object.hasOwn(value, lesson.id) ? value[lesson.id] : undefined
    return own ? [{ lesson, own }] : []
  })
  return [
    ...originals.filter(({ id }) => !Object.hasOwn(value, id)).map(({ id }) =>
      issue([], `"${id}" is not in the register yet: say who harms in it, and which adult gets it right`)),
    ...listed.flatMap(({ lesson, own }) =>
      entryProblems(lesson, own).map(({ path, message }) => issue([lesson.id, ...path], message))),
    ...togetherProblems(listed.map(({ lesson: { band }, own }) => ({ band, ...own }))).map(message => issue([], message)),
  ]
}

function entryProblems(lesson: Lesson, { harms, odd, fine, firstAdult }: Register[string]): { path: PropertyKey[], message: string }[] {
  const texts = readableTexts(lesson).map(({ text }) => text).join(' ')
  const isThere = (who: string) => mentions(texts, [who])
  const named: { who: string, path: PropertyKey[] }[] = [
    ...harms.map(({ who }, index) => ({ who, path: ['harms', index, 'who'] })),
    ...odd.map(({ who }, index) => ({ who, path: ['odd', index, 'who'] })),
    ...fine.map((who, index) => ({ who, path: ['fine', index] })),
    { who: firstAdult.who, path: ['firstAdult', 'who'] },
  ]
  const listed = named.map(({ who }) => who.toLowerCase())
  const missing = contactsOf(lesson).filter(name => !listed.includes(name.toLowerCase()))
  return [
    ...named.filter(({ who }) => !isThere(who)).map(({ who, path }) => ({ path, message: `nobody in ${lesson.id} is called "${who}"` })),
    ...missing.map(name => ({ path: [], message: `"${name}" is known only online in ${lesson.id}: say under harms, odd or fine who that is` })),
  ]
}

/** @returns the names of all who are known only online */
function contactsOf({ screens }: Lesson): string[] {
  const names = screens.flatMap((screen) => {
    if (screen.type === 'reply') return screen.rounds.flatMap(({ speaker }) => speaker?.role === 'contact' ? [speaker.name] : [])
    if (screen.type === 'profile') return screen.profiles.map(({ name }) => name)
    return 'speakers' in screen ? screen.speakers.filter(({ role }) => role === 'contact').map(({ name }) => name) : []
  })
  return [...new Set(names)]
}

type Entry = Register[string] & Pick<Lesson, 'band'>

function togetherProblems(entries: readonly Entry[]): string[] {
  const inBands = bands.flatMap((band) => {
    const own = entries.filter(entry => entry.band === band)
    const right = own.filter(({ firstAdult }) => firstAdult.is === 'right-at-once').length
    if (own.length < ENOUGH_IN_A_BAND) return []
    return [
      ...right < Math.round(own.length * RIGHT_AT_ONCE) ? [`ages ${band}: the first adult gets it right at once in ${right} of ${own.length} lessons, in a third they do`] : [],
      ...right === own.length ? [`ages ${band}: the first adult always gets it right; for many that is not so`] : [],
    ]
  })
  if (entries.length < ENOUGH_LESSONS) return inBands
  const harms = entries.flatMap(entry => entry.harms)
  const kinds = new Set(harms.map(({ is }) => is))
  const odd = new Set(entries.flatMap(entry => entry.odd.map(({ turnsOut }) => turnsOut)))
  const sorts = new Set(harms.map(({ as }) => as))
  return [
    ...inBands,
    ...kinds.has('peer') ? [] : ['nobody who harms is of the same age (peer)'],
    ...['known-adult', 'known-teenager', 'partner'].some(kind => kinds.has(kind as typeof harms[number]['is'])) ? [] : ['nobody who harms is known to the child offline'],
    ...sorts.has('woman') || sorts.has('girl') ? [] : ['nobody who harms is a woman or a girl'],
    ...sorts.has('man') || sorts.has('boy') ? [] : ['nobody who harms is a man or a boy'],
    ...odd.has('genuine') ? [] : ['nobody who seems odd turns out genuine'],
    ...odd.has('stays-unknown') ? [] : ['of nobody who seems odd it stays unknown who they are'],
  ]
}

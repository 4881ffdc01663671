/**
 * Every piece of text of a lesson that somebody reads, with its place and its part in the lesson.
 * It goes by field names, not by activity types, so that a new type is covered from its first day;
 * a test fails when a schema brings in a field name that is not listed here.
 */
import type { Lesson } from '#activities/lesson'
import { plainText } from '#shared/text/inline-text'
import type { Path } from './rule.ts'

/**
 * - `prose`, `question`, `option`, `feedback`, `meaning`: our words to the pupil, `feedback` with what follows a choice and how a path ends
 * - `message`: what somebody in a chat, story or round says
 * - `title`, `label`: fragments
 * - `alt`: stands in for a picture
 * - `teacher`: only on pages for teachers and parents
 */
export type TextKind = 'prose' | 'question' | 'option' | 'feedback' | 'meaning' | 'message' | 'title' | 'label' | 'alt' | 'teacher'

export interface ReadableText {
  /** As it is read, without markup. */
  readonly text: string
  /** As the author wrote it. */
  readonly source: string
  readonly path: Path
  readonly kind: TextKind
  /** Place of its screen in the lesson, or null for what belongs to the whole lesson. */
  readonly screen: number | null
}

/** The part a field plays, by its name. `by place` for names that mean different things in different lists. */
const kindByField: Readonly<Record<string, TextKind | 'by place'>> = {
  text: 'by place',
  title: 'title',
  today: 'prose',
  question: 'question',
  situation: 'prose',
  vignette: 'prose',
  callout: 'prose',
  points: 'prose',
  rehearse: 'prose',
  closing: 'prose',
  feedback: 'feedback',
  aside: 'feedback',
  wait: 'feedback',
  note: 'feedback',
  help: 'feedback',
  message: 'message',
  says: 'message',
  meaning: 'meaning',
  term: 'label',
  name: 'label',
  label: 'label',
  place: 'label',
  app: 'label',
  alt: 'alt',
  caption: 'label',
  by: 'label',
  adult: 'prose',
  keepTelling: 'prose',
  nobody: 'prose',
  thing: 'prose',
  left: 'option',
  right: 'option',
  clue: 'label',
  first: 'label',
  last: 'label',
  shows: 'label',
  who: 'label',
  because: 'feedback',
  guidance: 'feedback',
  helps: 'feedback',
  nudge: 'feedback',
  summary: 'by place',
  keywords: 'teacher',
}

/** The part that `text` and `summary` play, by the list they stand in; the lesson's own summary stands in none. */
const kindByList: Readonly<Record<string, TextKind>> = {
  '': 'teacher',
  takeBack: 'option',
  options: 'option',
  choices: 'option',
  answers: 'option',
  questions: 'question',
  oneThing: 'option',
  messages: 'message',
  answer: 'message',
  speech: 'message',
  says: 'message',
  ending: 'feedback',
  objectives: 'teacher',
  misconceptions: 'teacher',
}

/** Fields that nobody reads: ids, kinds and references. */
const unread: ReadonlySet<string> = new Set([
  'id',
  'type',
  'module',
  'band',
  'locale',
  'from',
  'after',
  'chapter',
  'next',
  'tone',
  'role',
  'look',
  'symbol',
  'truth',
  'picture',
  'chapter',
  'like',
  'light',
  'focus',
  'is',
  'at',
  'tint',
  'looks',
  'pose',
  'arms',
  'legs',
  'mood',
  'holds',
  'rides',
  'view',
  'adds',
  'known',
  'mode',
  'form',
  'kind',
  'routes',
  'seenBy',
  'start',
  'objective',
  'objectives',
  'misconception',
  'frameworks',
  'reviewedBy',
  'date',
])

/** What stands below is a name and a value of the author's own. */
const marks: ReadonlySet<string> = new Set(['remember', 'remembered'])

/** All that is read of a scene or cover; its other words are names of what is drawn. */
const sceneTexts: readonly string[] = ['alt', 'caption', 'by', 'text', 'label']

/** Whether the walker knows what to make of a text field of this name. */
export function isKnownField(name: string): boolean {
  return name in kindByField || unread.has(name) || marks.has(name)
}

/** @returns every readable text of the lesson, in the order of the file */
export function readableTexts(lesson: Lesson): ReadableText[] {
  return walk(lesson, [])
}

/** The texts that pupils read or hear. */
export function pupilTexts(lesson: Lesson): ReadableText[] {
  return readableTexts(lesson).filter(text => text.kind !== 'teacher')
}

const runningKinds: ReadonlySet<TextKind> = new Set<TextKind>(['prose', 'question', 'option', 'feedback', 'meaning', 'message'])

/** The texts that are read as sentences: without titles, labels and alternative texts. */
export function runningTexts(lesson: Lesson): ReadableText[] {
  return readableTexts(lesson).filter(text => runningKinds.has(text.kind))
}

function walk(node: unknown, path: Path): ReadableText[] {
  if (typeof node === 'string') return readable(node, path)
  if (Array.isArray(node)) return node.flatMap((member, index) => walk(member, [...path, index]))
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([name, member]) => walk(member, [...path, name]))
}

function readable(source: string, path: Path): ReadableText[] {
  const names = path.filter(step => typeof step === 'string')
  const kind = kindOf(names)
  if (kind === null) return []
  const screen = path[0] === 'screens' && typeof path[1] === 'number' ? path[1] : null
  return [{ text: plainText(source), source, path, kind, screen }]
}

/** @returns null where nobody reads it */
function kindOf(path: readonly string[]): TextKind | null {
  // Another wording plays the part of what it takes the place of.
  const names = path.filter(step => step !== 'when')
  const name = names[names.length - 1] ?? ''
  const list = names[names.length - 2] ?? ''
  if (unread.has(name) || names.some(step => marks.has(step)) || names.includes('reviewedBy') || names.includes('frameworks')) return null
  if ((names.includes('scene') || names[0] === 'cover') && !sceneTexts.includes(name)) return null
  if (list === 'feedback') return 'feedback'
  const kind = kindByField[name] ?? 'by place'
  return kind === 'by place' ? kindByList[list] ?? 'prose' : kind
}

/**
 * A question that asks something else gets a new id: what was counted under the old one was said to other words. So the words of
 * every question are recorded beside the lessons, as fingerprints, and the lint compares. `npm run lint:content -- --accept`
 * records them anew where only the language was mended.
 */
import { hash } from 'node:crypto'
import { z } from 'zod'
import { askedWords } from '#shared/lesson/asked-words'
import { DEFAULT_LOCALE } from '#shared/text/languages'
import type { Lesson } from '#activities/lesson'
import type { LessonFile } from '../library/library.ts'
import type { ContentIssue } from '../library/parse-yaml.ts'
import type { Path } from './rule.ts'

/** Relative to `content/`. */
export const WORDINGS = 'lessons/wordings.json'

/** By lesson: its version, and by question a fingerprint of its words; also of questions that are no longer in it. */
const wordings = z.record(z.string(), z.object({ version: z.int(), questions: z.record(z.string(), z.string()) }))
type Wordings = z.infer<typeof wordings>

/** Letters of a fingerprint: 48 bits. */
const LETTERS = 8
const MARK = '✎'

interface Asked {
  /** The screen's form and the question's id. */
  readonly key: string
  readonly fingerprint: string
  readonly path: Path
}

/** Translations follow their lesson, and are counted with its ids: only the first language is recorded. */
const recorded = (lessons: readonly LessonFile[]) =>
  lessons.filter(({ value }) => value.locale === DEFAULT_LOCALE && !JSON.stringify(value).includes(MARK))

function askedIn({ screens }: Lesson): Asked[] {
  return screens.flatMap((screen, at) => {
    const [form, field, questions] = screen.type === 'quiz'
      ? ['quiz', 'pool', screen.pool] as const
      : screen.type === 'check' ? [screen.form, 'items', screen.items] as const : []
    return (questions ?? []).map((question, index): Asked => ({
      key: `${form} ${question.id}`,
      fingerprint: hash('sha256', askedWords([question]), 'base64url').slice(0, LETTERS),
      path: ['screens', at, field ?? '', index, 'id'],
    }))
  })
}

/** @returns what the record says; nothing where it is none */
function read(text: string | null): Wordings | null {
  try {
    return text === null ? null : wordings.parse(JSON.parse(text))
  }
  catch {
    return {}
  }
}

/** @param text of the record; null where a content folder has none, and then nothing is compared */
export function wordingProblems(lessons: readonly LessonFile[], text: string | null): ContentIssue[] {
  const record = read(text)
  if (!record) return []
  return recorded(lessons).flatMap(({ path: file, value, lineOf }) => {
    const issue = (path: Path, message: string): ContentIssue => ({ file: `content/${file}`, line: lineOf(path), rule: 'wordings', message })
    const known = record[value.id]
    if (!known) return [issue(['version'], 'its questions are not recorded yet. When they are ready: npm run lint:content -- --accept')]
    return askedIn(value).flatMap(({ key, fingerprint, path }) => {
      if (!Object.hasOwn(known.questions, key))
        return [issue(path, value.version > known.version
          ? `"${key}" is new. When it is ready: npm run lint:content -- --accept`
          : `"${key}" is new, so attempts under way have to begin again: raise the lesson's version (${value.version}) first`)]
      return known.questions[key] === fingerprint
        ? []
        : [issue(path, `"${key}" has other words than before. Where it asks something else now, give it a new id, so that what was `
        + 'counted keeps its words; where only the language was mended: npm run lint:content -- --accept')]
    })
  })
}

/** @returns the record with the words as they are now. What is new in a lesson whose version was not raised waits for that */
export function acceptedWordings(lessons: readonly LessonFile[], text: string | null): string {
  const record = read(text) ?? {}
  const now = recorded(lessons).map(({ value }) => {
    const known = record[value.id]
    const takes = ({ key }: Asked) => !known || value.version > known.version || Object.hasOwn(known.questions, key)
    const questions = { ...known?.questions, ...Object.fromEntries(askedIn(value).filter(takes).map(one => [one.key, one.fingerprint])) }
    return [value.id, { version: value.version, questions: sorted(questions) }] as const
  })
  return `${JSON.stringify(sorted({ ...record, ...Object.fromEntries(now) }), null, 2)}\n`
}

const sorted = <T>(record: Readonly<Record<string, T>>) =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))

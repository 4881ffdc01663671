/** A lesson in another language is the same lesson: only what people read differs. */
import type { Lesson } from '#activities/lesson'
import { DEFAULT_LOCALE } from '#shared/text/languages'
import { readableTexts } from '../../readable-text.ts'
import type { Path, Rule } from '../../rule.ts'

/** What a translation may have of its own. */
const itsOwn: readonly string[] = ['locale', 'keywords', 'reviewedBy']

interface Leaf {
  readonly path: Path
  readonly value: unknown
}

/** @returns everything that is not read, and where there is something to read, under a name that is the same in every language */
function structure(lesson: Lesson): Map<string, Leaf> {
  const texts = new Set(readableTexts(lesson).map(({ path }) => path.join('.')))
  const leaves = new Map<string, Leaf>()
  const walk = (node: unknown, path: Path) => {
    if (itsOwn.includes(String(path[0]))) return
    if (typeof node === 'object' && node !== null) {
      for (const [name, member] of Object.entries(node)) walk(member, [...path, Array.isArray(node) ? Number(name) : name])
      return
    }
    const isText = texts.has(path.join('.'))
    // A translation may need more or fewer paragraphs.
    const name = isText && typeof path[path.length - 1] === 'number' ? path.slice(0, -1) : path
    leaves.set(name.join('.'), { path, value: isText ? 'text' : node })
  }
  walk(lesson, [])
  return leaves
}

export const translations: Rule = {
  name: 'translations',
  check: (lesson, { lessons }) => {
    const original = lessons.find(({ value }) => value.id === lesson.id && value.locale === DEFAULT_LOCALE)?.value
    if (!original || lesson.locale === DEFAULT_LOCALE) return []
    const theirs = structure(original)
    const ours = structure(lesson)
    const differing = [...ours].find(([name, leaf]) => theirs.get(name)?.value !== leaf.value)
    if (differing) {
      const [name, { path, value }] = differing
      return [
        { path, message: `${name} is ${String(value)} here and ${String(theirs.get(name)?.value ?? 'missing')} in the English lesson` },
      ]
    }
    const missing = [...theirs].find(([name]) => !ours.has(name))
    return missing ? [{ path: missing[1].path, message: `${missing[0]} is in the English lesson and missing here` }] : []
  },
}

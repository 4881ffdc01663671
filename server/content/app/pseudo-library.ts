/**
 * All content in the pseudo-language beside what there is: made from the default language when the server is started with
 * NUXT_PSEUDO_LANGUAGE.
 */
import { DEFAULT_LOCALE } from '#shared/text/languages'
import { accentedText, PSEUDO, pseudoText } from '#shared/text/pseudo'
import type { Library, LessonFile } from '../library/library.ts'
import { readableTexts } from '../lint/readable-text.ts'

/** Fields of packs, help and the curriculum that nobody reads: ids, references, numbers and addresses. */
const unread: ReadonlySet<string> = new Set([
  'id',
  'lesson',
  'locale',
  'reviewedBy',
  'checkedBy',
  'source',
  'seen',
  'like',
  'phase',
  'screen',
  'screens',
  'upTo',
  'words',
  'picture',
  'scene',
  'checked',
  'phone',
  'sms',
  'url',
  'shownTo',
  'nations',
  'routes',
  'code',
  'framework',
])

/** @returns the library with a pseudo edition of everything in the default language */
export function withPseudo(library: Library): Library {
  const both = <T extends { readonly locale: string }>(files: readonly T[]): T[] => [
    ...files,
    ...files.filter(({ locale }) => locale === DEFAULT_LOCALE).map(file => ({ ...changed(file, unread), locale: PSEUDO.locale })),
  ]
  return {
    ...library,
    lessons: [...library.lessons, ...library.lessons.filter(({ value }) => value.locale === DEFAULT_LOCALE).map(pseudoLesson)],
    help: [
      ...library.help,
      ...library.help
        .filter(({ locale }) => locale === DEFAULT_LOCALE)
        .map(file => ({ ...file, locale: PSEUDO.locale, routes: file.routes.map(route => changed(route, unread)) })),
    ],
    situations: both(library.situations),
    nations: [
      ...library.nations,
      ...library.nations
        .filter(({ locale }) => locale === DEFAULT_LOCALE)
        .map(file => ({
          ...file, locale: PSEUDO.locale, lead: pseudoText(file.lead), nations: file.nations.map(one => changed(one, unread)),
        })),
    ],
    packs: both(library.packs),
    packCommons: both(library.packCommons),
    curricula: both(library.curricula),
  }
}

function changed<T>(node: T, skipped: ReadonlySet<string>): T
function changed(node: unknown, skipped: ReadonlySet<string>): unknown {
  if (typeof node === 'string') return pseudoText(node)
  if (Array.isArray(node)) return node.map(member => changed(member, skipped))
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(Object.entries(node).map(([name, member]) => [name, skipped.has(name) ? member : changed(member, skipped)]))
}

function pseudoLesson(file: LessonFile): LessonFile {
  const value = structuredClone(file.value)
  for (const { source, path } of readableTexts(value)) {
    const name = path[path.length - 1]
    // A term is looked up by the words that a text has between brackets.
    if (name !== undefined) put(value, path, name === 'term' ? accentedText(source) : pseudoText(source))
  }
  return { ...file, value: { ...value, locale: PSEUDO.locale } }
}

function put(root: object, path: readonly PropertyKey[], text: string) {
  let node = root as Record<PropertyKey, unknown>
  for (const step of path.slice(0, -1)) node = node[step] as Record<PropertyKey, unknown>
  node[path[path.length - 1] ?? ''] = text
}

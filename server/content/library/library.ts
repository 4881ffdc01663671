/**
 * All lessons, teacher packs and help routes, parsed and checked once. The app's routes, the command line, the content lint and
 * the tests read them here.
 */
import { lesson as lessonSchema, type Lesson } from '#activities/lesson'
import { helpFile, lastResort, routesFor, type HelpFile, type HelpRoute } from '#shared/lesson/help-routes'
import type { Nation } from '#shared/lesson/nations'
import { nationsFile, type NationFacts, type NationsFile } from '#shared/lesson/nation-facts'
import { helpSituationsFile, type HelpSituationsFile } from '#shared/lesson/help-situations'
import { DEFAULT_LOCALE } from '#shared/text/languages'
import { curriculum as curriculumSchema, type Curriculum } from './curriculum.ts'
import { pack as packSchema, packCommon, packProblems, type Pack, type PackCommon } from './pack.ts'
import { parseYaml, type ContentIssue, type Parsed } from './parse-yaml.ts'

/** Where the files come from: the folder on disk, or the server's bundled assets. Paths are relative to `content/`. */
export interface ContentSource {
  list(): Promise<string[]>
  read(path: string): Promise<string>
}

export interface LessonFile extends Parsed<Lesson> {
  readonly path: string
}

export interface Library {
  readonly lessons: readonly LessonFile[]
  readonly help: readonly HelpFile[]
  readonly situations: readonly HelpSituationsFile[]
  readonly nations: readonly NationsFile[]
  readonly packs: readonly Pack[]
  readonly packCommons: readonly PackCommon[]
  readonly curricula: readonly Curriculum[]
  /** What could not be used, and why. A bad file never takes the good ones with it. */
  readonly issues: readonly ContentIssue[]
}

/** Help routes of one language. */
export const isHelpFile = (path: string) => /^help\/[^/]+\.yml$/.test(path)

/** What to do in a situation, in one language. */
export const isSituationsFile = (path: string) => /^help\/situations\/[^/]+\.yml$/.test(path)

/** What differs between the nations, in one language. */
const isNationsFile = (path: string) => /^help\/nations\/[^/]+\.yml$/.test(path)

/** A teacher pack, or what the packs of one language share. */
export const isPackPath = (path: string) => /^packs\/.*\.yml$/.test(path)
export const isPackCommon = (path: string) => /^packs\/[^/]+\/common\.yml$/.test(path)

/** Bands stand in paths: with numbers read as numbers, 9-11 comes before 11-14. */
const youngestFirst = new Intl.Collator(DEFAULT_LOCALE, { numeric: true }).compare

/** Reads everything under `content/`, lessons for younger pupils first. Never throws on what a file holds. */
export async function readLibrary(source: ContentSource): Promise<Library> {
  const paths = (await source.list()).sort(youngestFirst)
  const issues: ContentIssue[] = []
  const lessons: LessonFile[] = []
  const help: HelpFile[] = []
  const situations: HelpSituationsFile[] = []
  const nations: NationsFile[] = []
  const packs: PackFile[] = []
  const packCommons: PackCommon[] = []
  const curricula: Curriculum[] = []
  for (const path of paths.filter(path => path.endsWith('.yml'))) {
    const file = `content/${path}`
    if (path.startsWith('lessons/')) {
      const result = parseYaml(lessonSchema, await source.read(path), file)
      if (!result.ok) issues.push(...result.issues)
      else {
        issues.push(...misplaced(result.parsed, path, file))
        lessons.push({ ...result.parsed, path })
      }
    }
    if (isHelpFile(path)) {
      const result = parseYaml(helpFile, await source.read(path), file)
      if (result.ok) help.push(result.parsed.value)
      else issues.push(...result.issues)
    }
    if (isSituationsFile(path)) {
      const result = parseYaml(helpSituationsFile, await source.read(path), file)
      if (result.ok) situations.push(result.parsed.value)
      else issues.push(...result.issues)
    }
    if (isNationsFile(path)) {
      const result = parseYaml(nationsFile, await source.read(path), file)
      if (result.ok) nations.push(result.parsed.value)
      else issues.push(...result.issues)
    }
    if (path.startsWith('curriculum/')) {
      const result = parseYaml(curriculumSchema, await source.read(path), file)
      if (result.ok) curricula.push(result.parsed.value)
      else issues.push(...result.issues)
    }
    if (isPackCommon(path)) {
      const result = parseYaml(packCommon, await source.read(path), file)
      if (result.ok) packCommons.push(result.parsed.value)
      else issues.push(...result.issues)
    }
    else if (isPackPath(path)) {
      const result = parseYaml(packSchema, await source.read(path), file)
      if (result.ok) packs.push({ ...result.parsed, file })
      else issues.push(...result.issues)
    }
  }
  // A pack that does not fit its lesson is left out like any other bad file; its lesson stays.
  const fitting = packs.filter((pack) => {
    const found = misfits(pack, lessons)
    issues.push(...found)
    return found.length === 0
  })
  return { lessons, help, situations, nations, packs: fitting.map(({ value }) => value), packCommons, curricula, issues }
}

interface PackFile extends Parsed<Pack> {
  readonly file: string
}

function misfits({ value, lineOf, file }: PackFile, lessons: readonly LessonFile[]): ContentIssue[] {
  const lesson = lessons.find(lesson => lesson.value.id === value.lesson && lesson.value.locale === value.locale)?.value
  if (!lesson)
    return [
      { file, line: lineOf(['lesson']), rule: 'pack', message: `there is no lesson "${value.lesson}" in this language that could be used` },
    ]
  const expected = `content/packs/${value.locale}/${lesson.band}/${lesson.module}.yml`
  if (file !== expected) return [{ file, line: lineOf(['lesson']), rule: 'place', message: `this pack belongs in ${expected}` }]
  return packProblems(value, lesson).map(({ path, message }) => ({ file, line: lineOf(path), rule: 'pack', message }))
}

function misplaced({ value, lineOf }: Parsed<Lesson>, path: string, file: string): ContentIssue[] {
  const expected = `lessons/${value.locale}/${value.band}/${value.module}.yml`
  return path === expected ? [] : [{ file, line: lineOf(['id']), rule: 'place', message: `this lesson belongs in content/${expected}` }]
}

/** @returns the lesson in this locale, or undefined */
export function findLesson(library: Library, id: string, locale: string): Lesson | undefined {
  return library.lessons.find(({ value }) => value.id === id && value.locale === locale)?.value
}

/** @returns the lesson in this locale, else in the default language, else in any that it is in; undefined where there is none */
export function lessonFor(library: Library, id: string, locale: string): Lesson | undefined {
  return (
    findLesson(library, id, locale)
    ?? findLesson(library, id, DEFAULT_LOCALE)
    ?? library.lessons.find(({ value }) => value.id === id)?.value
  )
}

/** @returns every lesson once, each as `lessonFor` gives it, those for younger pupils first */
export function lessonsIn(library: Library, locale: string): Lesson[] {
  const ids = new Set(library.lessons.map(({ value }) => value.id))
  return [...ids].flatMap(id => lessonFor(library, id, locale) ?? [])
}

/**
 * @returns the teacher pack of a lesson with the parts that all packs share, in this locale, else in the default language;
 * undefined where one of them is missing
 */
export function findPack(library: Library, id: string, locale: string): { pack: Pack, common: PackCommon } | undefined {
  for (const language of [locale, DEFAULT_LOCALE]) {
    const pack = library.packs.find(pack => pack.lesson === id && pack.locale === language)
    const common = library.packCommons.find(common => common.locale === language)
    if (pack && common) return { pack, common }
  }
  return undefined
}

/** @returns what keeps a lesson out of the library, a line each: file, line and what was expected */
export function issuesOf(library: Library, id: string, locale: string): string[] {
  const own = library.issues.filter(({ file }) => {
    const [, language, band, module] = /^content\/lessons\/([^/]+)\/([^/]+)\/([^/]+)\.yml$/.exec(file) ?? []
    return language === locale && `${module}-${band}` === id
  })
  return own.map(({ file, line, message }) => `${file}, line ${line}: ${message}`)
}

/** @returns the file of help routes in this locale, else in the default language */
export function findHelp(library: Library, locale: string): HelpFile | undefined {
  return library.help.find(file => file.locale === locale) ?? library.help.find(file => file.locale === DEFAULT_LOCALE)
}

/**
 * The help routes for whoever reads: what every page, lesson and package shows. Never without any:
 * a language that has none for these readers yet has those of the default language, and where no file can be read there are 999
 * and Childline.
 * @param nation adds the routes that exist in one nation only
 */
export function helpFor(library: Library, locale: string, audience: HelpRoute['shownTo'][number], nation?: Nation): HelpRoute[] {
  const inOwn = library.help.filter(file => file.locale === locale)
  const inDefault = library.help.filter(file => file.locale === DEFAULT_LOCALE)
  return [...inOwn, ...inDefault].map(file => routesFor(file, audience, nation)).find(routes => routes.length > 0) ?? [...lastResort]
}

const nationsIn = ({ nations }: Library, locale: string) =>
  nations.find(known => known.locale === locale) ?? nations.find(known => known.locale === DEFAULT_LOCALE)

/** @returns what is so in one nation only, in this locale, else in the default language; undefined for the UK as a whole */
export const nationFacts = (library: Library, locale: string, nation: Nation): NationFacts | undefined =>
  nationsIn(library, locale)?.nations.find(({ id }) => id === nation)

/** @returns who leads on child protection at a school there, as packs call them */
export const leadOf = (library: Library, locale: string, nation: Nation): string =>
  nationFacts(library, locale, nation)?.lead.says ?? nationsIn(library, locale)?.lead ?? ''

/** @returns what to do in each situation, in this locale, else in the default language */
export function findSituations(library: Library, locale: string): HelpSituationsFile | undefined {
  return library.situations.find(file => file.locale === locale) ?? library.situations.find(file => file.locale === DEFAULT_LOCALE)
}

/** The content lint: reads everything under `content/` and holds it to every rule. */
import { helpFile } from '#shared/lesson/help-routes'
import { helpSituationsFile } from '#shared/lesson/help-situations'
import {
  findHelp,
  isHelpFile,
  isPackCommon,
  isPackPath,
  isSituationsFile,
  readLibrary,
  type ContentSource,
  type Library,
} from '../library/library.ts'
import { parseYaml, type ContentIssue, type Parsed } from '../library/parse-yaml.ts'
import { pack, packCommon } from '../library/pack.ts'
import { helpProblems, helpWarnings, type HelpFinding } from './help-file.ts'
import { situationProblems } from './help-situations.ts'
import { packFindings } from './packs.ts'
import { rules } from './rules.ts'
import type { Surroundings } from './rule.ts'
import { wordingProblems, WORDINGS } from './wordings.ts'

export interface LintReport {
  /** Lesson files that were looked at, good or bad. */
  readonly lessons: number
  readonly problems: readonly ContentIssue[]
  /** Worth a look, but no reason to stop a build. */
  readonly warnings: readonly ContentIssue[]
}

/**
 * Never throws on what a file holds.
 * @param today the day to compare dates with, as 2026-01-31
 */
export async function lintContent(source: ContentSource, today: string): Promise<LintReport> {
  const paths = await source.list()
  const library = await readLibrary(source)
  const around = { lessons: library.lessons, pictures: picturesIn(paths) }
  const help = await lintHelp(source, paths, today)
  const situations = await lintSituations(source, paths, library)
  const packs = await lintPacks(source, paths)
  const wordings = wordingProblems(library.lessons, paths.includes(WORDINGS) ? await source.read(WORDINGS) : null)
  return {
    lessons: paths.filter(path => /^lessons\/.*\.yml$/.test(path)).length,
    problems: [...library.issues, ...lintLessons(around), ...help.problems, ...situations, ...packs, ...wordings].sort(byPlace),
    warnings: [...help.warnings].sort(byPlace),
  }
}

function lintLessons(around: Surroundings): ContentIssue[] {
  return around.lessons.flatMap(lesson => rules.flatMap(({ name, check }) => check(lesson.value, around).map(({ path, message }) => ({
    file: `content/${lesson.path}`, line: lesson.lineOf(path), rule: name, message,
  }))))
}

async function lintHelp(source: ContentSource, paths: readonly string[], today: string) {
  const problems: ContentIssue[] = []
  const warnings: ContentIssue[] = []
  for (const path of paths.filter(isHelpFile)) {
    const file = `content/${path}`
    const result = parseYaml(helpFile, await source.read(path), file)
    if (!result.ok) continue // readLibrary has reported it
    problems.push(...located(helpProblems(result.parsed.value, today), result.parsed, file))
    warnings.push(...located(helpWarnings(result.parsed.value, today), result.parsed, file))
  }
  return { problems, warnings }
}

async function lintSituations(source: ContentSource, paths: readonly string[], library: Library): Promise<ContentIssue[]> {
  const problems: ContentIssue[] = []
  for (const path of paths.filter(isSituationsFile)) {
    const file = `content/${path}`
    const result = parseYaml(helpSituationsFile, await source.read(path), file)
    if (!result.ok) continue // readLibrary has reported it
    const routes = findHelp(library, result.parsed.value.locale)?.routes ?? []
    problems.push(...located(situationProblems(result.parsed.value, routes), result.parsed, file))
  }
  return problems
}

async function lintPacks(source: ContentSource, paths: readonly string[]): Promise<ContentIssue[]> {
  const problems: ContentIssue[] = []
  for (const path of paths.filter(isPackPath)) {
    const file = `content/${path}`
    const text = await source.read(path)
    const result = isPackCommon(path) ? parseYaml(packCommon, text, file) : parseYaml(pack, text, file)
    if (!result.ok) continue // readLibrary has reported it
    problems.push(...located(packFindings(result.parsed.value), result.parsed, file))
  }
  return problems
}

function located(findings: readonly HelpFinding[], { lineOf }: Parsed<unknown>, file: string): ContentIssue[] {
  return findings.map(({ path, rule, message }) => ({ file, line: lineOf(path), rule, message }))
}

function picturesIn(paths: readonly string[]): ReadonlySet<string> {
  return new Set(paths.flatMap(path => /^pictures\/(.+)\.svg$/.exec(path)?.[1] ?? []))
}

function byPlace(a: ContentIssue, b: ContentIssue): number {
  return a.file.localeCompare(b.file) || a.line - b.line
}

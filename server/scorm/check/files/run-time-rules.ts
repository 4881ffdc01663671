/**
 * Whether a SCO speaks with the platform, and by the calls of its own version: read in all that its start page loads, without running
 * it.
 */
import jsTokens from 'js-tokens'
import type { Place } from '#shared/scorm/package-report'
import { fileAt, targetOf } from '../archive/addresses.ts'
import { extensionOf, type Archive } from '../archive/archive.ts'
import { error, someOf, warning, type Rule } from '../archive/findings.ts'
import type { LoadingFile, LoadingFiles } from './load-rules.ts'
import { is2004, type Manifest } from '../manifest/manifest-model.ts'
import { outsideKindOf } from './other-servers.ts'
import { launchedResources } from '../manifest/resource-rules.ts'

type Version = '1.2' | '2004'

/** Names that survive minifying, since the platform has to understand them. `_1484_11` is often put together from pieces. */
const callNames: Readonly<Record<Version, RegExp>> = {
  1.2: /LMS(?:Initialize|Finish|GetValue|SetValue|Commit)\b/g,
  2004: /_1484_11\b/g,
}

/** Signs that the run-time is spoken to by names that are put together while the page runs. */
const traces = /\bcmi\.(?:core|completion_status|success_status|suspend_data|exit|location)\b|["'`]LMS["'`]/

/** What loads or writes further scripts while the page runs: what it loads then, cannot be read here. */
const loadingMore = new RegExp(
  [
    /createElement\s{0,9}\(/,
    /document\.write/,
    /\bimport\s{0,9}\(/,
    /\bimportScripts\b/,
    /\beval\s{0,9}\(/,
    /\bnew\s{1,9}Function\b/,
    /\brequire(?:js)?\b/,
    /getScript/,
    /\.src\s{0,9}=/,
    /\blocation\b[\w.\s]{0,20}(?:=(?!=)|\()/,
    /\bopen\s{0,9}\(/,
    /innerHTML/,
    /setAttribute/,
    /\.load\s{0,9}\(/,
  ]
    .map(({ source }) => source)
    .join('|'),
)

/** Scripts longer than this are not told apart into code and comments: no comment is worth the time. */
const longestTokenized = 3_000_000

/** Characters of a package that are searched; a course with films has few of them. */
const mostSearched = 60_000_000

interface Calls {
  readonly versions: ReadonlyMap<Version, Place>
  readonly traces: boolean
}

export interface RunTimeParts extends LoadingFiles {
  readonly manifest: Manifest
}

export const runTimeCalls: Rule<RunTimeParts> = {
  id: 'run-time-calls',
  * check({ manifest, archive, files }) {
    const version: Version | null = manifest.kind === 'unknown' ? null : is2004(manifest.kind) ? '2004' : '1.2'
    if (version === null) return
    const byName = new Map(files.map(file => [file.name, file]))
    const search = searcher(archive, byName)
    for (const { identifier, launch, scormType } of launchedResources(manifest)) {
      const start = launch?.target.where === 'package' ? fileAt(archive, launch.target.path) : null
      const page = start === null ? undefined : byName.get(start)
      if (scormType?.value.toLowerCase() !== 'sco' || !page || !isPage(page.name, archive)) continue
      const reach = reachOf(page, archive, byName)
      const problem = judged(identifier, version, reach, search)
      if (problem) yield problem
    }
  },
}

/** What is no page is the rule launch-file's business. */
const isPage = (name: string, archive: Archive) => /^x?html?$/.test(extensionOf(name)) && /<[a-z!]/i.test(archive.text(name) ?? '')

interface Reach {
  readonly start: string
  /** Names of what the start page loads, frames or leads to, itself first. */
  readonly names: readonly string[]
  /** It may load more than can be read. */
  readonly loadsMore: boolean
  /** Scripts or pages of other servers belong to it, or files that cannot be read. */
  readonly beyond: boolean
}

type Search = ReturnType<typeof searcher>

function judged(identifier: string, version: Version, reach: Reach, search: Search) {
  const other: Version = version === '1.2' ? '2004' : '1.2'
  const seen = search.in(reach.names)
  if (seen.versions.has(version)) return null
  const everywhere = search.everywhere()
  const inReach = reach.loadsMore ? everywhere : seen
  if (inReach.versions.has(version)) return null
  const wrong = inReach.versions.get(other)
  if (wrong) return error(wrongVersion(identifier, version), { ...wrong, group: 'other version' })
  if (seen.traces || (reach.loadsMore && everywhere.traces)) return null
  const lookedAt = reach.loadsMore ? search.names : reach.names
  const what = `${lookedAt.length === 1 ? 'the one file' : `the ${lookedAt.length} files`} looked at (${someOf(lookedAt)})`
  const advice = 'Export it for a learning platform with reporting switched on, or add a script that calls the run-time.'
  if (reach.beyond || search.leftOut) {
    return warning(`No call to the platform's run-time (${functionsOf[version]}) was seen in ${what}, but not all that the SCO loads `
      + `can be read. Run it with --run to be sure. ${advice}`, { file: reach.start, group: 'not seen' })
  }
  if (reach.loadsMore) {
    return error(`No call to the platform's run-time (${functionsOf[version]}) was seen in ${what}, those included that are loaded `
      + `while it runs, so nothing will be recorded. Run it with --run to be sure. ${advice}`, { file: reach.start, group: 'not seen' })
  }
  const unused = everywhere.versions.get(version)?.file
  const near = unused === undefined ? '' : ` ${someOf([unused])} holds such calls, but the page does not load it.`
  return error(`The SCO never calls the platform's run-time (${functionsOf[version]}): there is no such call in ${what}, so nothing `
    + `will be recorded.${near} ${advice}`, { file: reach.start, group: 'never' })
}

const functionsOf: Readonly<Record<Version, string>> = { 1.2: 'LMSInitialize and its kin', 2004: 'API_1484_11 and its functions' }

function wrongVersion(identifier: string, version: Version): string {
  return version === '1.2'
    ? `The manifest says SCORM 1.2, but the SCO "${identifier}" calls the run-time of SCORM 2004 (API_1484_11), which a platform does `
    + `not give to it. Nothing is recorded. Export it as SCORM 2004, or with the run-time script of SCORM 1.2.`
    : `The manifest says SCORM 2004, but the SCO "${identifier}" calls the run-time of SCORM 1.2 (LMSInitialize), which a platform `
      + `does not give to it. Nothing is recorded. Export it as SCORM 1.2, or with the run-time script of SCORM 2004.`
}

/** Follows what can be read: scripts, frames, links to pages, modules that import each other. */
function reachOf(start: LoadingFile, archive: Archive, byName: ReadonlyMap<string, LoadingFile>): Reach {
  const names = new Set([start.name])
  const waiting = [start]
  let loadsMore = false
  let beyond = false
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    const { facts, folder } = file
    if (facts.base !== null) loadsMore = true
    const loads = facts.loads.filter(
      ({ kind, address }) => kind !== 'style' && kind !== 'hint' && (kind !== 'media' || isReadable(address) || file!.facts.base !== null),
    )
    const addresses = [...loads.map(({ address }) => address), ...facts.links, ...facts.scripts.flatMap(({ text }) => importedBy(text))]
    for (const address of addresses) {
      const target = targetOf(address, folder)
      // Other capitals are told by loads-present, and work on many a server.
      const name = target.where === 'package' ? fileAt(archive, target.path) ?? archive.inOtherCase(target.path) : null
      if (name === null || names.has(name) || !isReadable(name)) continue
      const next = byName.get(name)
      if (!next) {
        beyond = true
        continue
      }
      names.add(name)
      waiting.push(next)
    }
    beyond ||= facts.loads.some(
      ({ kind, address }) =>
        targetOf(address, folder).where === 'outside'
        && ['code', 'frame', 'media'].includes(outsideKindOf(address, kind))
        && mayBeScript(address),
    )
    loadsMore ||= facts.scripts.some(({ text }) => loadingMore.test(text))
  }
  return { start: start.name, names: [...names], loadsMore, beyond }
}

const isReadable = (address: string) => /^(?:html?|xhtml|m?js|svg)$/.test(extensionOf(address.replace(/[?#].*$/s, '')))

/** Pictures, films and fonts by their names are none. */
const mayBeScript = (address: string) =>
  !/\.(?:png|jpe?g|gif|svg|webp|avif|mp[34]|webm|m4[av]|ogg|wav|woff2?|ttf|otf)(?:[?#]|$)/i.test(address)

function importedBy(script: string): string[] {
  if (!/\bimport|\bexport|importScripts|Worker/.test(script)) return []
  return [...script.matchAll(/(?:\bfrom|\bimport|\bimportScripts|Worker)\s{0,9}\(?\s{0,9}["'`](\.{0,2}\/?[^"'`\s:]{1,300})["'`]/g)].map(
    match => match[1] ?? '',
  )
}

/** Searches each file once, whoever asks. */
function searcher(archive: Archive, byName: ReadonlyMap<string, LoadingFile>) {
  const found = new Map<string, Calls>()
  const names = [...archive.files.keys()].filter(name => isReadable(name) || extensionOf(name) === 'json')
  let left = mostSearched
  const read = (name: string): Calls => {
    const known = found.get(name)
    if (known) return known
    left -= archive.files.get(name)?.size ?? 0
    const file = byName.get(name)
    const text = file || left < 0 ? null : archive.text(name)
    const calls = file
      ? joined(file.facts.scripts.map(({ text, line }) => callsIn(text, { file: name, line })))
      : callsIn(text ?? '', { file: name, line: 1 })
    found.set(name, calls)
    return calls
  }
  return {
    names: names.filter(name => isReadable(name)),
    in: (some: readonly string[]) => joined(some.map(read)),
    everywhere: () => joined(names.map(read)),
    /** Some of the package was too much to be searched, or could not be unpacked. */
    get leftOut() {
      return left < 0 || names.some(name => isReadable(name) && !byName.has(name))
    },
  }
}

function joined(all: readonly Calls[]): Calls {
  const versions = new Map<Version, Place>()
  for (const one of all) for (const [version, place] of one.versions) if (!versions.has(version)) versions.set(version, place)
  return { versions, traces: all.some(({ traces }) => traces) }
}

function callsIn(text: string, { file, line = 1 }: Place): Calls {
  const versions = new Map<Version, Place>()
  for (const version of ['1.2', '2004'] as const) {
    const at = firstInCode(text, callNames[version])
    if (at !== null)
      versions.set(version, { ...(file === undefined ? {} : { file }), line: line + text.slice(0, at).split('\n').length - 1 })
  }
  return { versions, traces: traces.test(text) }
}

/** @returns where a pattern first stands outside comments, null when it does not */
function firstInCode(text: string, pattern: RegExp): number | null {
  const matches = [...text.matchAll(pattern)].map(({ index }) => index)
  if (matches.length === 0) return null
  if (text.length > longestTokenized || !/\/[/*]/.test(text)) return matches[0]!
  const comments = commentsIn(text)
  return matches.find(at => !comments.some(([from, to]) => at >= from && at < to)) ?? null
}

function commentsIn(text: string): (readonly [from: number, to: number])[] {
  const comments: (readonly [number, number])[] = []
  let at = 0
  for (const { type, value } of jsTokens(text)) {
    if (type === 'SingleLineComment' || type === 'MultiLineComment') comments.push([at, at + value.length])
    at += value.length
  }
  return comments
}

/** A package of another maker: sent to the server, played on its second host, forgotten when the page is left. */
import { scormVersionOf, type ScormVersion } from '#shared/scorm/package-format'
import type { ForeignPackage, ForeignRun } from '#shared/api/packages'
import type { LmsRecord } from '#shared/scorm/run-time/lms-record'
import type { LaunchedItem } from '#shared/scorm/package-report'
import { suspendLimits } from '#shared/scorm/run-time/call-names'
import { LEFT } from '#shared/scorm/run-time/report'
import type { PreviewSource } from './preview-source'

const FOREIGN = '/api/export/preview/foreign'

/** What the server takes of it (shared/api/packages.ts). */
const MOST_REFUSED = 20
const LONGEST_WORD = 300

/** Milliseconds: sixty megabytes on the line of a school. */
const LONGEST_SENDING = 10 * 60_000

/** @returns the package as the server has read it; @throws an error whose message is the server's sentence */
export async function sendForeign(file: Blob): Promise<ForeignPackage> {
  const asking = { method: 'POST', body: file, headers: { 'content-type': 'application/zip' } }
  const answer = await askServer(appAddress(FOREIGN), asking, { within: LONGEST_SENDING })
  const told: unknown = await answer.json()
  if (answer.ok) return told as ForeignPackage
  throw new Error((told as { statusMessage?: string }).statusMessage ?? '')
}

/**
 * Also while its page goes away. Where nobody hears it, the server forgets it by itself within half an hour; what it left in the
 * browser then goes when the next is opened.
 */
export function forgetForeign({ key, pages: [first] }: ForeignPackage): void {
  void $fetch(`${FOREIGN}/${key}`, { method: 'DELETE', keepalive: true }).catch(() => undefined)
  // The answer clears that host's storage and cookies in this browser, so its cookies have to be meant.
  const there = first && new URL(`/${key}/${LEFT}`, first)
  // eslint-disable-next-line no-restricted-globals -- it is not the app's server that is told, and nothing of it is read
  if (there) void fetch(there, { method: 'POST', mode: 'no-cors', credentials: 'include', keepalive: true }).catch(() => undefined)
}

interface ForeignSource extends PreviewSource {
  /** As the server has it now. */
  readonly current: () => ForeignPackage
}

/** @param first as the server has read it; sent again where it has been forgotten meanwhile */
export function foreignPackage(file: Blob, first: ForeignPackage): ForeignSource {
  let current: ForeignPackage | null = first
  let latest = first
  return {
    current: () => latest,
    version: scormVersionOf(first.format),
    // As the host's own policy says it, so that nothing in there can take it off.
    sandbox: 'allow-scripts allow-same-origin allow-forms',
    allow: 'autoplay; fullscreen',
    speaker: { windowOf: frame => frame.contentWindow, origin: new URL(first.pages[0] ?? location.href).origin },
    leavesWhenTold: true,
    async build() {
      latest = current ?? await sendForeign(file)
      current = null
      return latest
    },
    isKept: item => toldOf(latest, item, nothingYet).then(() => true, () => false),
    addressOf: item => latest.pages[latest.items.indexOf(item)] ?? '',
  }
}

export interface SeenRun {
  readonly lookedFor: readonly string[]
  readonly begun: boolean
  readonly ended: boolean
  readonly calls: number
  readonly values: Readonly<Record<string, string>>
  readonly refused: readonly { readonly call: string, readonly element: string, readonly error: string }[]
  readonly pageErrors: readonly string[]
  /** Files of the package, or addresses elsewhere. */
  readonly windows: readonly string[]
}

/** What a package recorded while it was played. */
export interface Recorded {
  readonly item: LaunchedItem
  /** It is still being played. */
  readonly runs: boolean
  /** What it asked by questions of the browser's own, all of which are answered with yes here. */
  readonly questions: readonly string[]
  /** It called so often that not all calls are in the log. */
  readonly isFlood: boolean
  readonly seen: SeenRun
  /** What the server says of it; null where it has forgotten the package. */
  readonly told: ForeignRun | null
}

const nothingYet: SeenRun = {
  lookedFor: [], begun: false, ended: false, calls: 0, values: {}, refused: [], pageErrors: [], windows: [],
}

/** @returns what `check-package --run` would say of a run of this item */
export function toldOf(built: ForeignPackage, item: LaunchedItem, run: SeenRun): Promise<ForeignRun> {
  return $fetch<ForeignRun>(`${FOREIGN}/${built.key}`, { method: 'POST', body: { item: built.items.indexOf(item), ...run } })
}

/** Values that a report names: statuses, scores, and how much was kept. */
const NAMED = /^cmi\.(?:core\.(?:lesson_status|score\.(?:raw|min|max))|completion_status|success_status|score\.(?:raw|min|max|scaled))$/

/** The address of a file on the second host; from behind its key on, it is the file's own in the package. */
const OF_A_PACKAGE = /^https?:\/\/[^/]+\/[\w-]{43}\/package\/([^?#]*)/

/** @returns the last launch of a record, as plain facts */
export function seenIn(
  record: Pick<LmsRecord, 'entries' | 'elements' | 'launch' | 'lookedFor' | 'deedsOf'>,
  version: ScormVersion,
): SeenRun {
  const { entries, elements, launch, lookedFor } = record
  const own = entries.slice(entries.findLastIndex(({ kind }) => kind === 'launch') + 1)
  const written = elements.filter(({ isWritten }) => isWritten)
  const isTooLong = (element: string, value: string) => element === 'cmi.suspend_data' && value.length > suspendLimits[version]
  return {
    lookedFor,
    begun: launch !== null && launch.session !== 'unanswered',
    ended: launch?.session === 'ended',
    calls: own.length,
    values: Object.fromEntries(
      written.filter(({ element }) => NAMED.test(element)).map(({ element, value }) => [element, value.slice(0, 1_000)]),
    ),
    refused: own.filter(({ error }) => error !== '0').slice(0, MOST_REFUSED).map(({ name, args: [element = '', value = ''], error }) => ({
      call: name.slice(0, LONGEST_WORD),
      element: element.slice(0, LONGEST_WORD),
      error: isTooLong(element, value) ? 'too-long' : error,
    })),
    pageErrors: record.deedsOf('error'),
    windows: record.deedsOf('window').map(address => OF_A_PACKAGE.exec(address)?.[1] ?? address),
  }
}

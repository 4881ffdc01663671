/** What a run says for and against a package. */
import { error, quoted, warning, type Problem } from '../archive/findings.ts'
import { hostOf, outsideKindOf, trackerOf } from '../files/other-servers.ts'
import type { ApiPlace, RefusedCall, ScoRun } from './sco-run.ts'

/** The rules that only a run can judge, with what each finds. */
export function runProblems(
  runs: readonly ScoRun[],
  place: ApiPlace,
): readonly { readonly rule: RunRule, readonly problems: readonly Problem[] }[] {
  const rules: Readonly<Record<RunRule, (run: ScoRun, place: ApiPlace) => Problem[]>> = {
    'run-opens': opens,
    'run-begins': begins,
    'run-reports': reports,
    'run-ends': ends,
    'run-outside': outside,
  }
  const named = Object.entries(rules) as [RunRule, (run: ScoRun, place: ApiPlace) => Problem[]][]
  const forPlace = place === null ? named.filter(([rule]) => rule === 'run-opens' || rule === 'run-outside') : named
  return forPlace.map(([rule, judge]) => ({ rule, problems: runs.flatMap(run => judge(run, place)) }))
}

export type RunRule = 'run-opens' | 'run-begins' | 'run-reports' | 'run-ends' | 'run-outside'

const fileOf = ({ href }: ScoRun) => ({ file: href.replace(/[?#].*$/, '') })

function opens(run: ScoRun): Problem[] {
  const problems: Problem[] = []
  if (run.tookOver) {
    problems.push(error('It puts itself in the place of the platform\'s own page, and with it goes the run-time. Let it stay in '
      + 'its frame.', { ...fileOf(run), effect: 'record' }))
  }
  else if (!run.opened) {
    problems.push(error('The start page did not open in a browser within 15 seconds. Look for what is missing or hangs, and export the '
      + 'package again.', { ...fileOf(run), effect: 'record' }))
  }
  if (run.stopped) problems.push(warning('The page ran on and on without answering, and was stopped. Pupils\' browsers may hang in '
    + 'the same way.', fileOf(run)))
  const [first] = run.pageErrors
  if (first !== undefined) {
    const more = run.pageErrors.length > 1 ? ` and ${run.pageErrors.length - 1} more` : ''
    problems.push(warning(`While it ran, a script failed: ${quoted(first)}${more}. What it does may not work; tell whoever made `
      + `the package.`, fileOf(run)))
  }
  if (run.windows[0] !== undefined) {
    problems.push(warning(`It opened a window of its own (${run.windows.slice(0, 3).map(quoted).join(', ')}). Browsers that block `
      + `such windows, as phones and many schools do, show nothing of it. Have the tool that made it play it in the platform's frame.`,
    fileOf(run)))
  }
  if (run.missing[0] !== undefined) {
    const what = run.missing.length === 1 ? 'a file that is' : `${run.missing.length} files that are`
    problems.push(warning(`It asked for ${what} not in the package: ${run.missing.slice(0, 3).map(quoted).join(', ')}. Put it there, `
      + `or export the package again.`, fileOf(run)))
  }
  return problems
}

const names = { API: 'SCORM 1.2 (API)', API_1484_11: 'SCORM 2004 (API_1484_11)' } as const

function begins(run: ScoRun, place: ApiPlace): Problem[] {
  if (run.begun || place === null) return []
  const other = place === 'API' ? 'API_1484_11' : 'API'
  const why = run.lookedFor.includes(place)
    ? 'It looked for the run-time and found it, but did not begin a session, at least not with what was pressed'
    : run.lookedFor.includes(other)
      ? `It looked for the run-time of ${names[other]} only, which a platform does not give to a package of ${names[place]}`
      : 'It never looked for the run-time'
  const advice = run.lookedFor.includes(other) && !run.lookedFor.includes(place)
    ? 'Export it for the version that its '
    + 'manifest names.'
    : 'Export it with reporting to a learning platform switched on.'
  return [error(`When it was run, nothing was recorded. ${why}. ${advice}`, fileOf(run))]
}

const statusElements = ['cmi.core.lesson_status', 'cmi.completion_status', 'cmi.success_status']

/** @returns the status as last set, '' when none was */
export function statusOf({ values }: ScoRun): string {
  return statusElements.flatMap(element => values[element] ?? []).join(', ')
}

function reports(run: ScoRun, place: ApiPlace): Problem[] {
  const problems: Problem[] = []
  if (run.begun && statusOf(run) === '') {
    problems.push(warning('When it was run, it set no status. Platforms then take the lesson for done or for not begun, as they like. '
      + 'Set "incomplete" at the start.', fileOf(run)))
  }
  for (const { call, element, error: code } of run.refused.filter(isMistake)) {
    const what = element === '' ? call : `${call} of ${quoted(element)}`
    problems.push(code === 'too-long'
      ? error(`The run-time was given more suspend data than it has to keep (${place === 'API' ? '4,096' : '64,000'} characters). `
        + `Platforms cut it off or refuse it, and pupils begin anew. Save less.`, fileOf(run))
      : warning(`The run-time refused ${what} (${meaningOf(code)}).`, { ...fileOf(run), group: `refused ${code} ${call} `
        + `${element.replace(/\d+/g, 'n')}` }))
  }
  return problems
}

/**
 * Asking for what has no value, or what a platform need not have, is how a lesson finds out; asking before the session has begun is
 * not.
 */
const isMistake = ({ call, error }: RefusedCall) => !call.endsWith('GetValue') || ['122', '123', '301'].includes(error)

/** SCORM 1.2 RTE 3.4.1 and SCORM 2004 RTE 3.1.7, in words that say whose fault it is. */
const meanings: Readonly<Record<string, string>> = {
  101: 'a general error',
  103: 'the session had begun already',
  104: 'the session had ended already',
  112: 'the session had not begun',
  113: 'the session had ended',
  122: 'read before the session began',
  123: 'read after it ended',
  132: 'written before the session began',
  133: 'written after it ended',
  142: 'saved before the session began',
  143: 'saved after it ended',
  201: 'there is no such element',
  202: 'the element has no parts',
  203: 'the element is no list',
  301: 'the session had not begun',
  351: 'the value could not be set',
  391: 'it could not be saved',
  401: 'there is no such element',
  402: 'the element is a keyword',
  403: 'it can only be read, or has ' + 'no value yet',
  404: 'it can only be read, or only be written',
  405: 'the value has the wrong form',
  406: 'the value has the wrong form',
  407: 'the value is out of range',
  408: 'something has to be set before it',
}

const meaningOf = (code: string) => meanings[code] === undefined ? `error ${code}` : `error ${code}: ${meanings[code]}`

function ends(run: ScoRun): Problem[] {
  if (!run.begun || run.ended) return []
  return [warning('When the pupil left, it did not end its session (LMSFinish or Terminate). Some platforms then lose time and score. '
    + 'End the session when the page is left ("pagehide").', fileOf(run))]
}

function outside(run: ScoRun): Problem[] {
  return run.outside.map(({ address, kind }) => {
    const host = hostOf(address)
    const tracker = trackerOf(host)
    const isFont = outsideKindOf(address, 'data') === 'font'
    const what = tracker ? `a tracker (${tracker})` : isFont ? 'a font' : kinds[kind] ?? 'data'
    return warning(`While it ran, it wanted ${what} from another server ("${host}"), which was not let out. Schools' filters may block `
      + `it too, and the server learns who opens the lesson. Put it in the package, or `
      + `take it out.`, { ...fileOf(run), effect: tracker ? 'untidy' : 'looks', group: `${what} ${host}` })
  })
}

const kinds: Readonly<Record<string, string>> = {
  document: 'a page',
  stylesheet: 'a style sheet',
  image: 'a picture',
  media: 'sound or film',
  font: 'a font',
  script: 'a script',
  websocket: 'a live connection',
}

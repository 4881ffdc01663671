/** The log of calls, for eyes and for the clipboard. */
import { callKinds, type CallKind } from '#shared/scorm/run-time/call-names'
import type { LogEntry } from '#shared/scorm/run-time/lms-record'

export const filters = ['all', 'session', 'write', 'read', 'save', 'error', 'problems'] as const satisfies readonly (
  CallKind | 'all' | 'problems'
)[]

export type Filter = (typeof filters)[number]

/** @returns whether a filter shows this entry; launches stay, since they say where the calls belong */
export function passes(entry: LogEntry, filter: Filter): boolean {
  if (filter === 'all' || entry.kind === 'launch') return true
  if (filter === 'problems') return isProblem(entry)
  return callKinds.some(kind => kind === filter) && entry.kind === filter
}

/** @returns whether a call failed or never arrived */
export function isProblem({ error, arrived }: LogEntry): boolean {
  return error !== '0' || !arrived
}

/** @returns seconds with hundredths, such as `12.30` */
export function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2)
}

/** @returns the arguments as a programmer would write them; one empty argument is what SCORM asks for, so it is left out */
export function argumentText(args: readonly string[]): string {
  return args.length === 1 && args[0] === '' ? '' : args.map(arg => JSON.stringify(arg)).join(', ')
}

/** @returns text cut to a length, with its full length where something is missing */
export function shortened(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit)}… (${text.length})`
}

/** @returns tab-separated lines, one for each entry, for a bug report or a spreadsheet */
export function logAsText(entries: readonly LogEntry[]): string {
  return entries
    .map(({ number, at, kind, name, args, result, error, errorText, arrived }) =>
      kind === 'launch'
        ? `# ${number}\t${name}`
        : [
            number,
            seconds(at),
            name,
            argumentText(args),
            arrived ? result : `${result} (did not arrive)`,
            error === '0' ? '' : `${error} ${errorText}`,
          ].join('\t'),
    )
    .join('\n')
}

/** What comes of a mistake in a package, and under which heading a report puts it: in the app, at the command line, in a README. */

/**
 * On a learning platform: it does not import the package, it does not record what pupils do, pupils see something wrong,
 * or nothing comes of it but untidiness.
 */
export type Effect = 'import' | 'record' | 'looks' | 'untidy'

/** `error`: it is so. `warning`: it may be so somewhere. `note`: good to know. */
export type Severity = 'error' | 'warning' | 'note'

/** In the order in which they are read. */
export const findingHeadings = ['will-not-import', 'will-not-record', 'may-not-import', 'may-not-record', 'looks-wrong', 'untidy'] as const

export type FindingHeading = (typeof findingHeadings)[number]

/** @returns the heading of a finding: what is not certain is not told as if it were */
export function headingOf({ effect, severity }: { readonly effect: Effect, readonly severity: Severity }): FindingHeading {
  if (effect === 'looks') return 'looks-wrong'
  if (effect === 'untidy') return 'untidy'
  return `${severity === 'error' ? 'will' : 'may'}-not-${effect}`
}

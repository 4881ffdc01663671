/** What the package checker says, and the rules it knows. Each rule is explained in docs/check-package.md. */

export const ruleIds = [
  'zip-readable',
  'zip-plain',
  'zip-names',
  'zip-unpacked-size',
  'zip-intact',
  'package-size',
  'file-names',
  'file-types',
  'module-scripts',
  'outside-loads',
  'loads-present',
  'web-start-page',
  'manifest-at-root',
  'manifest-safe',
  'manifest-well-formed',
  'manifest-root',
  'manifest-schema',
  'schema-version',
  'schema-files',
  'namespace-prefixes',
  'organizations',
  'items',
  'identifiers',
  'titles',
  'resources',
  'launch-file',
  'files-present',
  'files-listed',
  'mastery-score',
  'completion-threshold',
  'sequencing',
] as const

export type RuleId = (typeof ruleIds)[number]

/**
 * `error`: the lesson does not start, or is not recorded, or a platform or ADL's own checker is known to refuse the package.
 * `warning`: it may go wrong somewhere. `note`: good to know.
 */
export type Severity = 'error' | 'warning' | 'note'

export interface Problem {
  readonly severity: Severity
  /** One sentence or two: what is wrong, and what to do. */
  readonly message: string
  /** Path in the package. */
  readonly file?: string
  readonly line?: number
}

export interface Finding extends Problem {
  readonly rule: RuleId
}

/** One rule: looks at its subject and yields what is wrong with it. It never throws. */
export interface Rule<Subject> {
  readonly id: RuleId
  readonly check: (subject: Subject) => Iterable<Problem>
}

export interface Place {
  readonly file?: string
  readonly line?: number
}

/** @returns a problem that stops a package from working somewhere */
export function error(message: string, place: Place = {}): Problem {
  return { severity: 'error', message, ...place }
}

/** @returns a problem that may matter */
export function warning(message: string, place: Place = {}): Problem {
  return { severity: 'warning', message, ...place }
}

/** @returns something that is good to know */
export function note(message: string, place: Place = {}): Problem {
  return { severity: 'note', message, ...place }
}

/** A rule says at most this much about one package; the rest is only counted. */
const mostPerRule = 20

/** @returns what the rule finds, with its id on everything, cut off where nobody reads on */
export function findingsOf<Subject>(rule: Rule<Subject>, subject: Subject): Finding[] {
  const problems = [...rule.check(subject)]
  const kept = problems.length > mostPerRule ? problems.slice(0, mostPerRule) : problems
  const findings = kept.map(problem => ({ rule: rule.id, ...problem }))
  const dropped = problems.slice(kept.length)
  if (dropped.length > 0) {
    const severity = (['error', 'warning', 'note'] as const).find(severity => dropped.some(problem => problem.severity === severity)) ?? 'note'
    findings.push({ rule: rule.id, severity, message: `There are ${dropped.length} more findings of this kind: put the ones above right first.` })
  }
  return findings
}

/** @returns "a.js, b.js and 3 more", for a sentence */
export function someOf(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most).map(name => quoted(name)).join(', ')
  return names.length > most ? `${shown} and ${names.length - most} more` : shown
}

/** @returns a name or address from a package in quotation marks, on one line and of bearable length */
export function quoted(text: string): string {
  const clean = printable(text)
  return `"${clean.length > 120 ? `${clean.slice(0, 120)}…` : clean}"`
}

/** @returns text from a package with a "?" for everything that could steer a terminal or turn the writing round */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- exactly those are taken out
  return text.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g, '?')
}

/** What the package checker says, and the rules it knows. Each rule is explained in docs/check-package.md. */
import type { Effect, FindingHeading, Severity } from '#shared/scorm/finding-heading'
import type { Finding, Place } from '#shared/scorm/package-report'

/** Every rule, in the order of the report, with what mostly comes of breaking it. A problem may name another effect. */
const ruleEffects = {
  'zip-readable': 'import',
  'zip-plain': 'import',
  'zip-names': 'import',
  'zip-unpacked-size': 'import',
  'zip-intact': 'import',
  'package-size': 'import',
  'package-kind': 'import',
  'aicc-files': 'import',
  'file-names': 'looks',
  'file-types': 'import',
  'module-scripts': 'record',
  'outside-loads': 'looks',
  'loads-present': 'looks',
  'run-time-calls': 'record',
  'web-start-page': 'import',
  'manifest-at-root': 'import',
  'manifest-safe': 'import',
  'manifest-well-formed': 'import',
  'manifest-root': 'import',
  'manifest-schema': 'import',
  'schema-version': 'import',
  'schema-files': 'import',
  'namespace-prefixes': 'record',
  organizations: 'import',
  items: 'import',
  identifiers: 'import',
  titles: 'looks',
  resources: 'record',
  'launch-file': 'record',
  'files-present': 'looks',
  'files-listed': 'looks',
  'mastery-score': 'record',
  'completion-threshold': 'record',
  sequencing: 'import',
  'run-opens': 'looks',
  'run-begins': 'record',
  'run-reports': 'record',
  'run-ends': 'record',
  'run-outside': 'looks',
} as const satisfies Readonly<Record<string, Effect>>

export type RuleId = keyof typeof ruleEffects

export const ruleIds = Object.keys(ruleEffects) as readonly RuleId[]

export interface Problem extends Place {
  readonly severity: Severity
  /** One sentence or two: what is wrong, and what to do. */
  readonly message: string
  /** Only where it is not what the rule's problems mostly come to. A note is untidy unless it says otherwise. */
  readonly effect?: Effect
  /** What the same problem elsewhere has in common with it. Left out: the message without its quotations and numbers. */
  readonly group?: string
}

/** One rule: looks at its subject and yields what is wrong with it. It never throws. */
export interface Rule<Subject> {
  readonly id: RuleId
  readonly check: (subject: Subject) => Iterable<Problem>
}

type Details = Pick<Problem, 'file' | 'line' | 'effect' | 'group'>

/** @returns a problem that there is for certain */
export function error(message: string, details: Details = {}): Problem {
  return { severity: 'error', message, ...details }
}

/** @returns a problem that may matter */
export function warning(message: string, details: Details = {}): Problem {
  return { severity: 'warning', message, ...details }
}

/** @returns something that is good to know */
export function note(message: string, details: Details = {}): Problem {
  return { severity: 'note', message, ...details }
}

/** Kinds of mistake that a rule tells about one package; the rest is only counted. */
const mostPerRule = 20

/** Places that are named for a kind of mistake. */
const mostPlaces = 3

/** @returns what the rule finds, each kind of mistake once, cut off where nobody reads on */
export function findingsOf<Subject>(rule: Rule<Subject>, subject: Subject): Finding[] {
  const problems = [...rule.check(subject)].map(problem => ({ ...problem, effect: problem.effect ?? effectOf(rule.id, problem.severity) }))
  const kinds = [...Map.groupBy(problems, kindOf).values()]
  const findings = kinds.slice(0, mostPerRule).map(alike => findingOf(rule.id, alike))
  const dropped = kinds.slice(mostPerRule).flat()
  const worst = (['error', 'warning', 'note'] as const).flatMap(severity => dropped.find(problem => problem.severity === severity) ?? [])[0]
  if (worst) {
    const message = `There are ${dropped.length} more findings of this rule: put the ones above right first.`
    findings.push({ rule: rule.id, severity: worst.severity, effect: worst.effect, message })
  }
  return findings
}

type Weighed = Problem & { readonly effect: Effect }

function effectOf(rule: RuleId, severity: Severity): Effect {
  return severity === 'note' ? 'untidy' : ruleEffects[rule]
}

function kindOf({ severity, effect, group, message }: Weighed): string {
  return [severity, effect, group ?? message.replace(/"[^"]*"/g, '""').replace(/\d+/g, '0')].join('\n')
}

function findingOf(rule: RuleId, alike: readonly Weighed[]): Finding {
  const { severity, effect, message, file, line } = alike[0]!
  const finding = { rule, severity, effect, message, ...placeOf({ file, line }) }
  if (alike.length === 1) return finding
  const places = new Map(
    alike.filter(({ file }) => file !== undefined).map(({ file, line }) => [`${file}\n${line}`, placeOf({ file, line })]),
  )
  return { ...finding, count: alike.length, places: [...places.values()].slice(0, mostPlaces) }
}

/** Without what is not known, so that it does not stand in JSON either. */
function placeOf({ file, line }: Place): Place {
  return { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) }
}

/** Headings in texts that are no page: the command's, and the README's. */
export const headingNames: Readonly<Record<FindingHeading, string>> = {
  'will-not-import': 'Will not import',
  'will-not-record': 'Will not record',
  'may-not-import': 'May not import',
  'may-not-record': 'May not record',
  'looks-wrong': 'Will look wrong',
  untidy: 'Untidy',
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

/**
 * What the official schemas say against a manifest, in words of our own. Apart from their use, so that the quick check does not load
 * libxml2.
 */
import { error, note, quoted, type Problem } from '../archive/findings.ts'
import { manifestFile, namespaces } from './manifest-names.ts'

/** As libxml2 says it. */
export interface SchemaError {
  readonly message: string
  readonly line: number
}

const known = new Set<string>(Object.values(namespaces))

/** Attributes that the rule `identifiers` and the rules about references judge, one time and in their own words. */
const judgedElsewhere = /^(?:identifier|default|identifierref)$/

interface Subject {
  /** `<item>`, or "The manifest" when libxml2 names none. */
  readonly element: string
  readonly attribute: string | null
  readonly namespace: string | null
  /** What is said of it. */
  readonly rest: string
}

function subjectOf(message: string): Subject {
  const [, namespace = null, local = null, , attribute = null, rest = message]
    = /^Element '(?:\{([^}]*)\})?([^']+)'(?:, attribute '(\{[^}]*\})?([^']+)')?: ([\s\S]*)$/.exec(message) ?? []
  return { element: local === null ? 'The manifest' : `<${local}>`, attribute, namespace, rest }
}

/** `Expected is one of ( {http://…}title, {http://…}item )` becomes `<title> or <item>`. */
function expected(rest: string): string {
  const names = /Expected is (?:one of )?\(([^)]*)\)/.exec(rest)?.[1]?.split(',').map(name => name.replace(/\{[^}]*\}/g, '').trim()) ?? []
  const tags = [...new Set(names)].filter(name => /^[\w:.-]+$/.test(name)).map(name => `<${name}>`)
  return tags.length === 0 ? '' : tags.length > 4 ? `${tags.slice(0, 4).join(', ')} or another` : tags.join(' or ')
}

const value = (rest: string) => quoted(/'([^']*)'/.exec(rest)?.[1] ?? '')
const allowedValues = (rest: string) =>
  [...(/set \{([^}]*)\}/.exec(rest)?.[1] ?? '').matchAll(/'([^']*)'/g)].map(match => quoted(match[1] ?? ''))
const limit = (rest: string) => /\('?([^')]*)'?\)\.?\s*$/.exec(rest)?.[1] ?? /of '([^']*)'\.?\s*$/.exec(rest)?.[1] ?? ''

/** Each with what is wrong and what to write. `at` names the element, or the attribute and its element. */
const wordings: readonly (readonly [RegExp, (subject: Subject, at: string) => string])[] = [
  [
    /^This element is not expected/,
    ({ element, rest }) => {
      const instead = expected(rest)
      return `${element} may not stand here.${instead ? ` The schema wants ${instead} in this place.` : ''} Move it or take it out.`
    },
  ],
  [
    /^Missing child element/,
    ({ element, rest }) =>
      `Something is missing in ` + `${element}.${expected(rest) ? ` Add ${expected(rest)}.` : ' Add what this version of SCORM asks for.'}`,
  ],
  [/^The attribute '[^']+' is required but missing/, ({ element, rest }) => `${element} has no ${value(rest)}. Add this attribute.`],
  [/^The attribute '[^']+' is not allowed/, ({ element, rest }) => `${element} may not have the attribute ${value(rest)}. Take it out.`],
  [
    /facet 'enumeration'/,
    ({ rest }, at) =>
      `${at} is ${value(rest.replace(/^\[facet '[^']*'\]/, ''))}. Write ${allowedValues(rest).join(' or ') || 'one of the values that this version of SCORM knows'}.`,
  ],
  [/facet 'maxLength'/, ({ rest }, at) => `${at} is too long. Write at most ${limit(rest) || 'as many'} characters.`],
  [/facet 'minLength'/, (_, at) => `${at} is too short or empty. Write something there.`],
  [
    /facet 'pattern'/,
    ({ rest }, at) => `${at} is ${value(rest.replace(/^\[facet '[^']*'\]/, ''))}, which is not in the form that the schema asks for.`,
  ],
  [
    /facet 'm(?:in|ax)/,
    ({ rest }, at) =>
      `${at} is ${value(rest.replace(/^\[facet '[^']*'\]/, ''))}, which is ${/greater|exceed/.test(rest) ? 'more' : 'less'} than the schema allows (${limit(rest)}).`,
  ],
  [
    /is not a valid value of/,
    ({ rest }, at) => `${at} is ${value(rest)}, which is not what belongs there. Compare it with a manifest ` + `that works.`,
  ],
  [/^(?:Character content|Element content)/, ({ element }) => `${element} holds text or tags where none may stand. Take them out.`],
  [
    /strict wildcard/,
    ({ element, attribute }) =>
      `${attribute === null ? element : `The attribute "${attribute}" of ${element}`} is `
      + `not known in this version of SCORM. Look at its spelling and version, or take it out.`,
  ],
  [
    /Duplicate key-sequence/,
    ({ element, rest }) =>
      `${element} repeats ${quoted(/\['([^']*)'/.exec(rest)?.[1] ?? '')}, which may stand only once. Give each its own.`,
  ],
  [
    /No match found for key-sequence/,
    ({ element, rest }) =>
      `${element} refers to ${quoted(/\['([^']*)'/.exec(rest)?.[1] ?? '')}, which does not exist. Write the name of one that does.`,
  ],
]

/**
 * @returns one problem, or none: where another rule says the same, and where libxml2 says one thing a second time
 */
export function schemaProblem({ message, line }: SchemaError): Problem[] {
  const subject = subjectOf(message)
  const { element, attribute, namespace, rest } = subject
  const place = { file: manifestFile, line }
  if (/'xs:(?:ID|IDREF|NCName)'/.test(rest)) {
    if (attribute !== null && judgedElsewhere.test(attribute)) return []
    return [note(`The value ${value(rest)} of "${attribute ?? ''}" in ${element} is no XML name (a letter or "_" first, no brackets). `
      + `Platforms take it; a strict checker does not.`, { ...place, group: 'odd' })]
  }
  if (isUnknownExtension(subject)) {
    return [note(`${element} is an extension of the tool that made the package (${quoted(namespace ?? '')}). Platforms pass over it; `
      + `it can stay.`, place)]
  }
  const at = attribute === null ? `The text of ${element}` : `"${attribute}" in ${element}`
  const words = wordings.find(([pattern]) => pattern.test(rest))?.[1](subject, at)
    ?? `${element} is not written as the official schema of this version asks for. Compare it with a manifest that works, or export `
    + `the package again.`
  return [error(`${words} Strict platforms and ADL's checker refuse the package as it is.`, place)]
}

/** Whether it is only about something of somebody's own, which the schemas cannot know. */
function isUnknownExtension({ namespace, rest }: Subject): boolean {
  return rest.includes('strict wildcard') && namespace !== null && !known.has(namespace)
}

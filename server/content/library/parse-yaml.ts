/** Reads a YAML file with a schema and says what is wrong in words an author can act on: file, line, field, what was expected. */
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'

export interface ContentIssue {
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  /** Short name of the rule that was broken, for example "schema". */
  readonly rule: string
  readonly message: string
}

/** A parsed file together with a way back from a field to its line. */
export interface Parsed<T> {
  readonly value: T
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

export type ParseResult<T>
  = { readonly ok: true, readonly parsed: Parsed<T> } | { readonly ok: false, readonly issues: readonly ContentIssue[] }

/**
 * Parses YAML and checks it. Never throws, whatever the text is.
 * @param file the name to use in messages
 */
export function parseYaml<S extends z.ZodType>(schema: S, source: string, file: string): ParseResult<z.infer<S>> {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0) {
    return {
      ok: false,
      issues: document.errors.map(error => ({ file, line: lines.linePos(error.pos[0]).line || 1, rule: 'yaml', message: error.message })),
    }
  }
  const lineOf = (path: readonly PropertyKey[]) => lineAt(document, lines, path)
  const result = schema.safeParse(toValue(document))
  if (result.success) return { ok: true, parsed: { value: result.data, lineOf } }
  return {
    ok: false,
    issues: result.error.issues.flatMap(deepest).map(issue => ({
      file,
      line: lineOf(issue.path),
      rule: 'schema',
      message: `${issue.path.map(String).join('.') || 'the file'}: ${issue.message}${hint(issue.message)}`,
    })),
  }
}

/** Inside { } and [ ] YAML takes a comma for the end of a value, so the rest of a sentence becomes a field that nobody meant. */
function hint(message: string): string {
  return /^Unrecognized key.*"[^"]*\s[^"]*"/.test(message)
    ? ': is this the rest of a sentence? Inside { } a text with a comma needs quotes around it'
    : ''
}

/** Anchors that point nowhere or multiply without end make `toJS` throw: such a file simply has no value. */
function toValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 })
  }
  catch {
    return undefined
  }
}

/** A union that fails reports every branch: keep the branch that came furthest, which is nearly always the one that was meant. */
function deepest(issue: z.core.$ZodIssue): { path: PropertyKey[], message: string }[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const branches = issue.errors.map(branch => branch.flatMap(deepest))
  const meant = branches.find(branch => !branch.some(inner => inner.path.length === 1 && inner.path[0] === 'type'))
    ?? branches.reduce((a, b) => (b.length < a.length ? b : a))
  return meant.map(inner => ({ path: [...issue.path, ...inner.path], message: inner.message }))
}

function lineAt(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  let line = 1
  let node: unknown = document.contents
  for (const key of path) {
    node = memberOf(node, key)
    if (!isNode(node)) break
    if (node.range) line = lines.linePos(node.range[0]).line
  }
  return line
}

/** `document.getIn` compares keys by type, so it would not find what stands under an unquoted `true:` or `9:`. */
function memberOf(node: unknown, key: PropertyKey): unknown {
  if (isSeq(node)) return node.items[Number(key)]
  if (isMap(node)) return node.items.find(pair => String(isScalar(pair.key) ? pair.key.value : pair.key) === String(key))?.value
  return undefined
}

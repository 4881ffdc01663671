/** XML from a stranger as a plain tree with line numbers. No DTD, so no entity can be expanded or fetched. */
import { DOMParser, ParseError } from '@xmldom/xmldom'

export interface XmlAttribute {
  readonly name: string
  readonly prefix: string | null
  readonly local: string
  readonly namespace: string | null
  readonly value: string
}

export interface XmlElement {
  /** With its prefix, as written. */
  readonly name: string
  readonly prefix: string | null
  readonly local: string
  readonly namespace: string | null
  readonly attributes: readonly XmlAttribute[]
  readonly children: readonly XmlElement[]
  /** The text directly in it. */
  readonly text: string
  readonly line: number
}

/** The text is not well-formed. The message says why, without a full stop; the trouble is in the line or soon after. */
export class MalformedXml extends Error {
  readonly line: number

  constructor(message: string, line: number) {
    super(message)
    this.line = line
  }
}

/** The text might be well-formed, but is not parsed for safety's sake. */
export class UnsafeXml extends Error {}

/** Characters. A manifest with thousands of files has one million. */
const longestXml = 2_000_000

/** A course of a thousand pages stays far below. Above, the parser could be kept busy for minutes. */
const most: readonly (readonly [count: number, sign: string, what: string])[] = [
  [100_000, '<', 'tags'],
  [100_000, '=', 'attributes'],
  [500, 'xmlns', 'namespaces'],
]

/**
 * @returns the root element
 * @throws {UnsafeXml} when it has a DOCTYPE or is too long
 * @throws {MalformedXml}
 */
export function parseXml(text: string): XmlElement {
  if (text.length > longestXml) throw new UnsafeXml(`has more than ${longestXml / 1_000_000} million characters`)
  for (const [count, sign, what] of most) {
    if (holdsMore(text, sign, count)) throw new UnsafeXml(`has more than ${count} ${what}`)
  }
  if (hasDoctype(text)) throw new UnsafeXml('has a DOCTYPE, which could make a platform expand or fetch anything')
  // eslint-disable-next-line no-control-regex -- exactly what XML 1.0 forbids
  const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.exec(text)
  if (forbidden) throw new MalformedXml('it holds a character that XML cannot hold', lineCounter(text)(forbidden.index))
  return plain(parsed(text))
}

function parsed(text: string): Element {
  let complaint = ''
  const parser = new DOMParser({
    normalizeLineEndings: text => text.replace(/\r\n?/g, '\n'),
    // What the parser only warns of, other parsers refuse.
    onError: (_level, message) => {
      complaint ||= message
      throw new Error(message)
    },
  })
  try {
    const document = parser.parseFromString(text, 'application/xml')
    if (document.doctype) throw new UnsafeXml('has a DOCTYPE, which could make a platform expand or fetch anything')
    if (!document.documentElement) throw new MalformedXml('it has no root element', 1)
    return document.documentElement as unknown as Element
  }
  catch (error) {
    if (error instanceof UnsafeXml || error instanceof MalformedXml) throw error
    throw malformed(error, complaint)
  }
}

/** The line is where the last thing began that could be read. */
function malformed(error: unknown, complaint: string): MalformedXml {
  const message = (complaint || String(error)).replace(/\s+/g, ' ').slice(0, 200)
  const located = error instanceof ParseError ? error.locator as { lineNumber?: number } | undefined : undefined
  return new MalformedXml(message, Math.max(1, located?.lineNumber ?? 1))
}

/** As much of the DOM as is used here. */
interface DomNode {
  readonly nodeType: number
  readonly nodeValue: string | null
  readonly nextSibling: DomNode | null
  readonly firstChild: DomNode | null
}

interface Element extends DomNode {
  readonly nodeName: string
  readonly localName: string
  readonly prefix: string | null
  readonly namespaceURI: string | null
  readonly lineNumber?: number
  readonly attributes: { readonly length: number, item(index: number): Attribute | null }
}

interface Attribute {
  readonly name: string
  readonly localName: string
  readonly prefix: string | null
  readonly namespaceURI: string | null
  readonly value: string
}

/** Without recursion: a stranger's XML may be nested deeper than the stack is. */
function plain(root: Element): XmlElement {
  interface Growing extends XmlElement {
    readonly children: Growing[]
    text: string
  }
  const grow = (element: Element): Growing => ({
    name: element.nodeName,
    prefix: element.prefix || null,
    local: element.localName,
    namespace: element.namespaceURI,
    attributes: attributesOf(element),
    children: [],
    text: '',
    line: element.lineNumber ?? 1,
  })
  const tree = grow(root)
  const waiting: [Element, Growing][] = [[root, tree]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [element, grown] = next
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 1) {
        const child = grow(node as Element)
        grown.children.push(child)
        waiting.push([node as Element, child])
      }
      if (node.nodeType === 3 || node.nodeType === 4) grown.text += node.nodeValue ?? ''
    }
  }
  return tree
}

function attributesOf({ attributes }: Element): XmlAttribute[] {
  return Array.from({ length: attributes.length }, (_, index) => attributes.item(index))
    .filter(attribute => attribute !== null)
    .map(({ name, prefix, localName, namespaceURI, value }) => ({
      name,
      prefix: prefix || null,
      local: localName,
      namespace: namespaceURI,
      value,
    }))
}

function holdsMore(text: string, sign: string, most: number): boolean {
  let count = 0
  for (let at = text.indexOf(sign); at >= 0 && count <= most; at = text.indexOf(sign, at + sign.length)) count++
  return count > most
}

/** A DOCTYPE can only stand before the root element, among comments and processing instructions. */
function hasDoctype(text: string): boolean {
  let at = 0
  for (;;) {
    while (/^[\s\uFEFF]/.test(text.charAt(at))) at++
    const closing = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : null
    if (closing === null) return /^<!DOCTYPE/i.test(text.slice(at, at + 9))
    const end = text.indexOf(closing, at)
    if (end < 0) return false
    at = end + closing.length
  }
}

/** @returns a function from a position to its line, counted from 1; each position must be no smaller than the one before */
export function lineCounter(text: string): (position: number) => number {
  let line = 1
  let counted = 0
  return (position) => {
    for (let next = text.indexOf('\n', counted); next >= 0 && next < position; next = text.indexOf('\n', counted)) {
      line++
      counted = next + 1
    }
    return line
  }
}

/** @returns the element and everything in it, in document order */
export function* everyElement(root: XmlElement): Generator<XmlElement> {
  const waiting = [root]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next
    for (let index = next.children.length - 1; index >= 0; index--) waiting.push(next.children[index]!)
  }
}

/** @returns the value of an attribute without a namespace, or null */
export function attribute(element: XmlElement, name: string): string | null {
  return element.attributes.find(candidate => candidate.name === name)?.value ?? null
}

/** @returns the text of an XML file, by its byte order mark or the encoding it declares; null when the bytes are not in that encoding */
export function xmlText(bytes: Uint8Array): string | null {
  const declared = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 400)),
  )?.[1]
  const marked = bytes[0] === 0xFF && bytes[1] === 0xFE ? 'utf-16le' : bytes[0] === 0xFE && bytes[1] === 0xFF ? 'utf-16be' : null
  try {
    return new TextDecoder(marked ?? declared ?? 'utf-8', { fatal: true }).decode(bytes)
  }
  catch {
    return null
  }
}

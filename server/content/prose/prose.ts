/** Texts in Markdown on their way to a page: where their links lead, and what their headings are. Pure. */
import { DEFAULT_LOCALE } from '#shared/text/languages'
import type { Prose, ProseHeading, ProseNode } from '#shared/api/prose'

/** A row of a collection of pages. Its body is what Nuxt Content made of the Markdown. */
export interface ProseRow {
  readonly id: string
  readonly path: string
  readonly title: string
  readonly description: string
  readonly body: { readonly value: readonly ProseNode[] }
}

type Element = Exclude<ProseNode, string>

const isElement = (node: ProseNode): node is Element => typeof node !== 'string'
const childrenOf = (node: Element) => node.slice(2) as ProseNode[]

/** @returns all text in a node */
function textIn(node: ProseNode): string {
  return isElement(node) ? childrenOf(node).map(textIn).join('') : node
}

/** @returns the address that a link leads to; undefined where it names a file that no page shows */
type Resolve = (href: string) => string | undefined

/** @returns the locale that stands in the path of a row, "/guides/<locale>/lms/moodle" */
export const localeOf = (path: string) => path.split('/')[2] ?? ''

/**
 * @param row as it lies in the collection
 * @param resolve tells where a link leads
 */
export function proseOf(row: ProseRow, resolve: Resolve): Prose {
  let below = row.title
  const value = row.body.value.flatMap((node) => {
    if (isElement(node) && /^h[1-6]$/.test(node[0])) below = textIn(node)
    return prepared(node, resolve, below)
  })
  return { locale: localeOf(row.path), title: row.title, description: row.description, body: { type: 'minimark', value }, headings: headingsOf(value) }
}

/** @param label the heading that it stands below */
function prepared(node: ProseNode, resolve: Resolve, label: string): ProseNode[] {
  if (!isElement(node)) return [node]
  const [tag, written] = node
  const attributes = plain(written)
  const children = joined(childrenOf(node).flatMap(child => prepared(child, resolve, label)))
  if (tag === 'a') {
    const href = resolve(String(attributes.href ?? ''))
    return href === undefined ? children : [[tag, { ...attributes, href }, ...children]]
  }
  // What may be wider than a phone scrolls by itself, by keyboard too.
  if (tag === 'table')
    return [['div', { class: 'wide', role: 'group', 'aria-label': label, tabindex: '0' }, [tag, attributes, ...children]]]
  if (tag === 'pre') return [[tag, { tabindex: '0' }, ...children]]
  return [[tag, attributes, ...children]]
}

/** Attributes as components take them: `{print}` is written as `":print": "true"`, and classes are a list. */
function plain(attributes: Element[1]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => {
    if (name === 'className') return ['class', Array.isArray(value) ? value.join(' ') : value]
    return name.startsWith(':') ? [name.slice(1), JSON.parse(String(value))] : [name, value]
  }))
}

/** Texts that follow each other are one text to a browser. */
function joined(nodes: readonly ProseNode[]): ProseNode[] {
  return nodes.reduce<ProseNode[]>((all, node) => {
    const last = all.at(-1)
    return typeof node === 'string' && typeof last === 'string' ? [...all.slice(0, -1), last + node] : [...all, node]
  }, [])
}

function headingsOf(nodes: readonly ProseNode[]): ProseHeading[] {
  return nodes.filter(isElement).flatMap((node) => {
    const level = Number(/^h([23])$/.exec(node[0])?.[1] ?? 0)
    return level > 0 ? [{ id: String(node[1].id ?? ''), text: textIn(node), level }] : []
  })
}

/** A part of a text below one heading of the second or third level. */
export interface ProseSection {
  /** The heading's id; none for what stands before the first. */
  readonly id: string | undefined
  readonly title: string
  readonly text: string
}

/**
 * @returns the parts of a text, for a search. Nuxt Content's own sections glue cells of a table to each other, and hold examples
 * of code.
 */
export function sectionsOf({ title, body }: ProseRow): ProseSection[] {
  return body.value.reduce<ProseSection[]>((sections, node) => {
    const last = sections.at(-1) ?? { id: undefined, title, text: '' }
    if (isElement(node) && /^h[23]$/.test(node[0])) return [...sections, { id: String(node[1].id ?? ''), title: textIn(node), text: '' }]
    return isElement(node) && node[0] === 'h1'
      ? [last]
      : [...sections.slice(0, -1), { ...last, text: `${last.text} ${spaced(node)}`.trim() }]
  }, [])
}

/** What stands in a line of its own does not run into the next. */
const blocks = new Set(['p', 'li', 'ul', 'ol', 'td', 'th', 'tr', 'table', 'thead', 'tbody', 'blockquote', 'h4'])

function spaced(node: ProseNode): string {
  if (!isElement(node)) return node
  if (node[0] === 'pre') return ''
  const text = childrenOf(node).map(spaced).join('')
  return blocks.has(node[0]) ? `${text.trim()} ` : text
}

/**
 * Follows a link between files of the project.
 * @param from path of the file that holds it, with slashes
 * @param href as it is written
 * @returns the file's path and the part after `#`
 */
export function followed(from: string, href: string): { file: string, hash: string } {
  const [target = '', hash] = href.split('#')
  const steps = target === '' ? from.split('/') : [...from.split('/').slice(0, -1), ...target.split('/')]
  const file = steps.reduce<string[]>(
    (path, step) => (step === '..' ? path.slice(0, -1) : step === '.' || step === '' ? path : [...path, step]),
    [],
  )
  return { file: file.join('/'), hash: hash === undefined ? '' : `#${hash}` }
}

/** @returns a file's path as Nuxt Content writes it into links: without the number at the front of its name, and without its ending */
export function asLinked(file: string): string {
  return file.replace(/\/\d+\.([^/]+)$/, '/$1').replace(/\.md$/, '')
}

/** @returns the linked file, and what is shown in its place where a language has none: that of the default language */
export function linkedOrDefault(file: string): readonly [string, string] {
  const linked = asLinked(file)
  return [linked, linked.replace(/^(content\/(?:pages|guides))\/[^/]+\//, `$1/${DEFAULT_LOCALE}/`)]
}

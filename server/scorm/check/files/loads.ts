/**
 * What a page, picture, style or script loads by itself, as far as it can be read without running it. Links that a person follows
 * are not loads.
 */
import { Parser } from 'htmlparser2'
import { lineCounter } from '../archive/xml.ts'

/** `code` and `style`: the lesson breaks without it. `media`, `frame`, `data`: part of it does. `hint`: only a connection is made ready. */
export type LoadKind = 'code' | 'style' | 'media' | 'frame' | 'data' | 'hint'

interface Load {
  readonly address: string
  readonly kind: LoadKind
  readonly line: number
}

export interface FileLoads {
  readonly loads: readonly Load[]
  /** `<base href>`: all other addresses start from there. */
  readonly base: string | null
  /** Lines of `<script type="module">`. */
  readonly modules: readonly number[]
  /** Addresses that a person follows, of pages perhaps. */
  readonly links: readonly string[]
  /** What runs in the file itself: the whole of a script, or the scripts and handlers that stand in a page. */
  readonly scripts: readonly { readonly text: string, readonly line: number }[]
}

type Found = { readonly address: string, readonly kind: LoadKind, readonly at: number }

/** Elements in each other. The parser takes ever longer for each further one; what stands behind is not read. */
const deepest = 2000

class TooDeep extends Error {}

/** Most pictures hold none of these, and need no parsing. */
const mayLoad = /href|src|url|import|script|poster|object|background|\son[a-z]/i

const nothing: FileLoads = { loads: [], base: null, modules: [], links: [], scripts: [] }

/** @param markup whether it is XML (SVG, XHTML), where `<script/>` closes itself and names keep their case */
export function loadsInMarkup(text: string, markup: 'html' | 'xml'): FileLoads {
  if (!mayLoad.test(text)) return nothing
  const found: Found[] = []
  const modules: number[] = []
  const links: string[] = []
  const scripts: { readonly text: string, readonly at: number }[] = []
  let base: string | null = null
  let inside: { readonly kind: 'style' | 'script', readonly start: number } | null = null
  let content = ''
  let depth = 0

  const parser = new Parser({
    onopentag(rawName, attributes) {
      if (++depth > deepest) throw new TooDeep()
      const name = rawName.slice(rawName.indexOf(':') + 1).toLowerCase()
      const at = parser.startIndex
      found.push(...loadsOfTag(name, attributes, at))
      if (attributes.style) found.push(...styleLoads(attributes.style, () => at))
      scripts.push(...handlersOf(attributes).map(text => ({ text, at })))
      if ((name === 'a' || name === 'area') && attributes.href) links.push(attributes.href)
      if (name === 'form' && attributes.action) links.push(attributes.action)
      if (name === 'base' && attributes.href) base ??= attributes.href
      if (name === 'script' && attributes.type?.trim().toLowerCase() === 'module') modules.push(at)
      inside
        = name === 'style'
          ? { kind: 'style', start: parser.endIndex + 1 }
          : name === 'script' && isScript(attributes.type)
            ? { kind: 'script', start: parser.endIndex + 1 }
            : null
      content = ''
    },
    ontext(data) {
      if (inside) content += data
    },
    onclosetag() {
      depth--
      if (!inside) return
      const { kind, start } = inside
      if (kind === 'script') scripts.push({ text: content, at: start })
      found.push(...(kind === 'style' ? styleLoads(content, offset => start + offset) : scriptLoads(content, offset => start + offset)))
      inside = null
    },
  }, { xmlMode: markup === 'xml' })
  try {
    parser.end(text)
  }
  catch (problem) {
    if (!(problem instanceof TooDeep)) throw problem
  }
  const lineOf = lineCounter(text)
  const inOrder = [...scripts].sort((a, b) => a.at - b.at)
  return {
    loads: located(text, found),
    base,
    modules: modules.map(lineCounter(text)),
    links,
    scripts: inOrder.map(({ text, at }) => ({ text, line: lineOf(at) })),
  }
}

/** @returns what stands in attributes such as onclick, and in addresses that are scripts */
function handlersOf(attributes: Attributes): string[] {
  return Object.entries(attributes).flatMap(([name, value]) => {
    if (/^on[a-z]+$/i.test(name)) return [value]
    return /^(?:href|src|action)$/i.test(name) && /^\s*javascript:/i.test(value) ? [value.replace(/^\s*javascript:/i, '')] : []
  })
}

export function loadsInStyle(text: string): FileLoads {
  return { ...nothing, loads: located(text, styleLoads(text, offset => offset)) }
}

/** Only whole addresses of other servers, in the places where a script fetches: what else a string is for, cannot be known. */
export function loadsInScript(text: string): FileLoads {
  return { ...nothing, loads: located(text, scriptLoads(text, offset => offset)), scripts: [{ text, line: 1 }] }
}

/** Positions become lines in one pass. */
function located(text: string, found: readonly Found[]): Load[] {
  const lineOf = lineCounter(text)
  return [...found].sort((a, b) => a.at - b.at).map(({ address, kind, at }) => ({ address, kind, line: lineOf(at) }))
}

/** Scripts that a browser does not run hold data. */
function isScript(type: string | undefined): boolean {
  return type === undefined || type.trim() === '' || /^(?:module|(?:text|application)\/(?:x-)?(?:java|ecma)script)/i.test(type.trim())
}

type Attributes = Readonly<Record<string, string>>

const loadingRelations: Readonly<Record<string, LoadKind>> = {
  stylesheet: 'style', modulepreload: 'code', preload: 'media', icon: 'media', 'apple-touch-icon': 'media', manifest: 'data',
  prefetch: 'data', prerender: 'data', preconnect: 'hint', 'dns-prefetch': 'hint',
}

const loadingAttributes: Readonly<Record<string, readonly (readonly [attribute: string, kind: LoadKind])[]>> = {
  script: [['src', 'code'], ['href', 'code'], ['xlink:href', 'code'], ['data-main', 'code']],
  img: [['src', 'media']],
  source: [['src', 'media']],
  video: [['src', 'media'], ['poster', 'media']],
  audio: [['src', 'media']],
  track: [['src', 'media']],
  input: [['src', 'media']],
  embed: [['src', 'media']],
  object: [['data', 'media']],
  iframe: [['src', 'frame']],
  frame: [['src', 'frame']],
  body: [['background', 'media']],
  // Drawn by SVG
  image: [['href', 'media'], ['xlink:href', 'media']],
  feimage: [['href', 'media'], ['xlink:href', 'media']],
  use: [['href', 'media'], ['xlink:href', 'media']],
}

function loadsOfTag(name: string, attributes: Attributes, at: number): Found[] {
  const found: Found[] = (Object.hasOwn(loadingAttributes, name) ? loadingAttributes[name]! : []).flatMap(([attribute, kind]) => {
    // RequireJS leaves ".js" out of its data-main.
    const address = attribute === 'data-main' ? attributes[attribute]?.replace(/(?<!\.js)$/, '.js') : attributes[attribute]
    return address ? [{ address, kind, at }] : []
  })
  if ((name === 'img' || name === 'source') && attributes.srcset) {
    found.push(...sourceSet(attributes.srcset).map(address => ({ address, kind: 'media' as const, at })))
  }
  if (name === 'link' && attributes.href) {
    const kind = (attributes.rel ?? '')
      .toLowerCase()
      .split(/\s+/)
      .map(relation => (Object.hasOwn(loadingRelations, relation) ? loadingRelations[relation] : undefined))
      .find(kind => kind !== undefined)
    if (kind) found.push({ address: attributes.href, kind, at })
  }
  if (name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'refresh') {
    const address = /;\s{0,20}(?:url\s{0,20}=)?\s{0,20}["']?([^"']{1,2000})/i.exec(attributes.content ?? '')?.[1]
    if (address) found.push({ address, kind: 'frame', at })
  }
  return found
}

/** "a.png 1x, b.png 2x". Data addresses hold commas, and are of no interest. */
function sourceSet(value: string): string[] {
  return value.split(/,\s+|\s+,/).flatMap((candidate) => {
    const address = candidate.trim().split(/\s/)[0] ?? ''
    return address === '' || address.startsWith('data:') ? [] : [address]
  })
}

function styleLoads(text: string, positionOf: (offset: number) => number): Found[] {
  const style = withoutComments(text)
  // What stands in quotes may hold anything but them: addresses of fonts have semicolons.
  const imports = [...style.matchAll(
    /@import\s{1,20}(?:url\(\s{0,20}(?:"([^"\n]{1,2000})"|'([^'\n]{1,2000})'|([^"'()\s]{1,2000}))|"([^"\n]{1,2000})"|'([^'\n]{1,2000})')/gi,
  )].map(match => ({
    address: match.slice(1).find(address => address !== undefined) ?? '',
    kind: 'style' as const,
    at: positionOf(match.index),
  }))
  const urls = [
    ...style.matchAll(
      /(@(?:import|namespace)\s[^;]{0,40})?\burl\(\s{0,20}(?:"([^"\n]{1,2000})"|'([^'\n]{1,2000})'|([^"'()\s]{1,2000}))\s{0,20}\)/gi,
    ),
  ]
    .filter(match => match[1] === undefined)
    .map(match => ({ address: match[2] ?? match[3] ?? match[4] ?? '', kind: 'media' as const, at: positionOf(match.index) }))
  return [...imports, ...urls].filter(({ address }) => !address.startsWith('data:'))
}

/** Comments become blanks, so that positions stay. */
function withoutComments(style: string): string {
  const parts: string[] = []
  let at = 0
  for (let open = style.indexOf('/*'); open >= 0; open = style.indexOf('/*', at)) {
    const close = style.indexOf('*/', open + 2)
    const end = close < 0 ? style.length : close + 2
    parts.push(style.slice(at, open), ' '.repeat(end - open))
    at = end
  }
  return parts.join('') + style.slice(at)
}

const server = '(["\'`])((?:(?:https?|wss?):)?\\/\\/[^"\'`\\s\\\\]{1,300})\\1'
const space = '\\s{0,20}'

/** Each pattern begins with what fetches, and ends with a quoted address of a server. */
const scriptPatterns: readonly (readonly [kind: LoadKind, pattern: RegExp])[] = [
  ['code', new RegExp(`\\b(?:import|importScripts)${space}\\(${space}${server}`, 'g')],
  ['code', new RegExp(`\\bnew\\s{1,20}(?:Shared)?Worker${space}\\(${space}${server}`, 'g')],
  ['code', new RegExp(`\\bimport\\s{1,20}${server}`, 'g')],
  ['code', new RegExp(`\\b(?:import|export)\\b[\\w\\s{},*$]{1,300}?\\bfrom${space}${server}`, 'g')],
  ['media', new RegExp(`\\.src${space}=${space}${server}`, 'g')],
  ['media', new RegExp(`\\bsetAttribute${space}\\(${space}["']src["']${space},${space}${server}`, 'g')],
  ['data', new RegExp(`\\b(?:fetch|sendBeacon)${space}\\(${space}${server}`, 'g')],
  ['data', new RegExp(`\\.open${space}\\(${space}["'][A-Za-z]{3,7}["']${space},${space}${server}`, 'g')],
  ['data', new RegExp(`\\bnew\\s{1,20}(?:WebSocket|EventSource)${space}\\(${space}${server}`, 'g')],
]

function scriptLoads(text: string, positionOf: (offset: number) => number): Found[] {
  if (!text.includes('//')) return []
  return scriptPatterns.flatMap(([kind, pattern]) => [...text.matchAll(pattern)]
    .filter(match => !inComment(text, match.index))
    .map(match => ({ address: match[2] ?? '', kind, at: positionOf(match.index) })))
}

/** A line that begins as a comment, which is how examples of use are written. */
function inComment(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at) + 1
  return /^\s{0,200}(?:\/\/|\/?\*)/.test(text.slice(start, Math.min(at, start + 300)))
}

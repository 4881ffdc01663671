/** Rules for pages and guides: their heads, the parts they use, where their links lead, and words for adults. */
import { audiences } from '#shared/lesson/bands'
import { isEnglish } from '#shared/text/language-of'
import { DEFAULT_LOCALE } from '#shared/text/languages'
import type { ContentIssue } from '../library/parse-yaml.ts'
import { asLinked, followed, linkedOrDefault } from '../prose/prose.ts'
import { address } from './rules/links.ts'
import { wordFindings } from './rules/words/words.ts'
import { families } from './words.ts'

export interface ProseFile {
  /** In the project, such as "content/pages/en/parents.md". */
  readonly file: string
  readonly text: string
}

export interface ProseSurroundings {
  /** Every page and guide. */
  readonly prose: readonly ProseFile[]
  /** Every other file of the project that a document may point to. */
  readonly files: ReadonlySet<string>
  /** The app's own addresses; a part that may be anything is "*". */
  readonly addresses: readonly string[]
  /** Ids of the help routes, by language. */
  readonly routes: ReadonlyMap<string, ReadonlySet<string>>
}

/** What a part may be told (components/content). */
const parts: Readonly<Record<string, readonly string[]>> = {
  'call-out': ['plain'],
  'clear-this-device': [],
  'day-poster': [],
  fold: ['title', 'id'],
  'help-checked': [],
  'help-routes': ['audience', 'first', 'without', 'pick'],
  'lesson-posters': [],
  'nation-choice': [],
  'page-ways': ['print'],
  'share-link': [],
  sheet: ['title', 'id'],
  'term-pair': ['term'],
  'term-pairs': [],
  'two-columns': [],
}

/** Pages that nobody should leave without knowing who can help, and what they show it with. */
const mustHelp: Readonly<Record<string, readonly string[]>> = {
  awareness: ['help-routes', 'help-checked'],
  parents: ['help-routes', 'help-checked'],
}

interface AddressException {
  readonly file: RegExp
  readonly address: string
  readonly reason: string
}

const exceptions: readonly AddressException[] = [
  {
    file: /^content\/pages\/[^/]+\/privacy\.md$/,
    address: 'ico.org.uk',
    reason: 'It takes complaints about privacy, and helps with nothing else.',
  },
]

interface Line {
  readonly number: number
  readonly text: string
}

/**
 * @returns what is the matter with a page or guide. Documents of the project are only held to their links: they speak of code,
 * and of words that lessons avoid.
 */
export function proseProblems(file: ProseFile, around: ProseSurroundings): ContentIssue[] {
  const lines = readable(file.text)
  const isContent = file.file.startsWith('content/')
  const found = [
    ...linkProblems(file, lines, around),
    ...(isContent
      ? [...headProblems(file), ...partProblems(file, lines, around), ...addressProblems(file, lines), ...wordProblems(file, lines)]
      : []),
  ]
  return found.map(({ line, rule, message }) => ({ file: file.file, line, rule, message }))
}

type Problem = Omit<ContentIssue, 'file'>

/** @returns the lines that a person reads: no examples, and nothing before the text */
function readable(text: string): Line[] {
  const start = text.startsWith('---\n') ? text.indexOf('\n---\n') + 1 : 0
  const skipped = text.slice(0, start).split('\n').length - 1
  let isCode = false
  return text.split('\n').map((line, index) => ({ number: index + 1, text: line })).filter(({ number, text: line }) => {
    if (number <= skipped + (start > 0 ? 1 : 0)) return false
    if (line.startsWith('```')) {
      isCode = !isCode
      return false
    }
    return !isCode
  })
}

function headProblems({ file, text }: ProseFile): Problem[] {
  const head = /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? ''
  const needed = file.startsWith('content/pages/') ? ['tab', 'description'] : ['description']
  const titles = readable(text).filter(line => /^# \S/.test(line.text))
  return [
    ...needed
      .filter(field => !new RegExp(`^${field}: *\\S`, 'm').test(head))
      .map(field => ({ line: 1, rule: 'prose-head', message: `"${field}" is missing between the first two lines of ---` })),
    ...(titles.length === 1
      ? []
      : [{ line: titles[1]?.number ?? 1, rule: 'prose-head', message: 'one heading with one # stands above the text, and no other' }]),
  ]
}

function partProblems({ file }: ProseFile, lines: readonly Line[], { routes }: ProseSurroundings): Problem[] {
  const [, , language = '', name = ''] = file.replace(/\.md$/, '').split('/')
  const problem = (line: number, message: string): Problem => ({ line, rule: 'prose-parts', message })
  const problems: Problem[] = []
  const open: { colons: string, name: string, line: number }[] = []
  const used = new Set<string>()
  for (const { number, text } of lines) {
    const [, colons = '', part, given = ''] = /^(:{2,})([a-z][\w-]*)?(?:\{(.*)\})?\s*$/.exec(text) ?? []
    if (colons === '') continue
    if (part === undefined) {
      if (open.at(-1)?.colons === colons) open.pop()
      else problems.push(problem(number, `"${colons}" ends nothing that begins with as many`))
      continue
    }
    open.push({ colons, name: part, line: number })
    used.add(part)
    const allowed = parts[part]
    if (!allowed) problems.push(problem(number, `there is no part "${part}"; docs/authoring.md lists them`))
    const told = [...given.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => ({ key, value }))
    problems.push(
      ...told.filter(({ key }) => allowed && !allowed.includes(key)).map(({ key }) => problem(number, `"${part}" has no "${key}"`)),
    )
    if (part === 'help-routes') {
      const known = routes.get(language) ?? routes.get(DEFAULT_LOCALE)
      const ids = told
        .filter(({ key }) => ['first', 'without', 'pick'].includes(key))
        .flatMap(({ value }) => value.split(' '))
        .filter(id => id !== '')
      problems.push(...ids.filter(id => !known?.has(id)).map(id => problem(number, `there is no help route "${id}"`)))
      if (!audiences.some(audience => audience === told.find(({ key }) => key === 'audience')?.value))
        problems.push(problem(number, `"audience" is one of ${audiences.join(', ')}`))
    }
  }
  const missing = file.startsWith('content/pages/') ? (mustHelp[name] ?? []).filter(part => !used.has(part)) : []
  return [
    ...problems,
    ...open.map(({ name: part, line }) => problem(line, `"${part}" is not ended`)),
    ...missing.map(part => problem(1, `this page says who can help: "::${part}" is missing`)),
  ]
}

const LINK = /\]\(([^)\s]+)\)/g

function linkProblems({ file }: ProseFile, lines: readonly Line[], around: ProseSurroundings): Problem[] {
  const isContent = file.startsWith('content/')
  const byPath = new Map(around.prose.map(prose => [asLinked(prose.file), prose]))
  const why = (href: string): string | undefined => {
    if (/^[a-z]+:/.test(href)) return undefined
    if (href.startsWith('/')) return isAddress(href, around) ? undefined : 'is no page of the app'
    const { file: path, hash } = followed(file, href)
    const shown = linkedOrDefault(path).map(linked => byPath.get(linked)).find(known => known !== undefined)
    if (!shown && isContent) return 'is no page or guide'
    if (!shown) return around.files.has(path) ? undefined : 'is no file of the project'
    return hash === '' || headingIds(shown.text).has(hash.slice(1)) ? undefined : 'has no such heading'
  }
  return lines.flatMap(({ number, text }) => [...text.replace(/`[^`]*`/g, '').matchAll(LINK)].flatMap(([, href = '']) => {
    const reason = why(href)
    return reason === undefined ? [] : [{ line: number, rule: 'prose-links', message: `${href} ${reason}` }]
  }))
}

function isAddress(href: string, { addresses, prose }: ProseSurroundings): boolean {
  const path = href.split(/[?#]/)[0] ?? ''
  const slug = /^\/guides\/(.+)$/.exec(path)?.[1]
  if (slug !== undefined) return prose.some(({ file }) => asLinked(file).endsWith(`/${slug}`))
  return addresses.some(known => new RegExp(`^${known.replaceAll('*', '[^/]+')}$`).test(path))
}

/** @returns ids as headings get them on the page, and those of parts that open */
function headingIds(text: string): ReadonlySet<string> {
  return new Set(readable(text).flatMap(({ text: line }) => {
    const fold = /^:{2,}(?:fold|sheet)\{.*\bid="([^"]*)"/.exec(line)?.[1]
    if (fold !== undefined) return [fold]
    const heading = /^#{1,6} (.+)$/.exec(line)?.[1]
    return heading === undefined
      ? []
      : [
          heading
            .replace(/`|\*\*/g, '')
            .toLowerCase()
            .replace(/[^\p{L}\p{N}\s_-]/gu, '')
            .trim()
            .replace(/\s/g, '-'),
        ]
  }))
}

function addressProblems({ file }: ProseFile, lines: readonly Line[]): Problem[] {
  return lines.flatMap(({ number, text }) => {
    const rest = exceptions.filter(known => known.file.test(file)).reduce((left, known) => left.replaceAll(known.address, ''), text)
    const found = address.exec(rest)?.[0]
    return found === undefined
      ? []
      : [
          {
            line: number,
            rule: 'prose-address',
            message: `leave out "${found}": who can be reached where stands in content/help, and "::help-routes" shows it`,
          },
        ]
  })
}

function wordProblems({ file }: ProseFile, lines: readonly Line[]): Problem[] {
  if (!isEnglish(file.split('/')[2] ?? '')) return []
  return lines.flatMap(({ number, text }) =>
    families.flatMap(family =>
      wordFindings(family, [{ text, source: text, path: [], kind: 'teacher', screen: null }], null).map(({ message }) => ({
        line: number,
        rule: family.rule,
        message,
      })),
    ),
  )
}

/** What the documents and comments point to is in the repository, and decisions that a later one replaced say so. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

const made = ['node_modules', 'dist', 'test-results']
const files = globSync('**/*.{ts,vue,mjs,css,md,yml}', { exclude: path => made.includes(basename(path)) || basename(path).startsWith('.') })
  .filter(file => !file.startsWith('docs/lms/'))
const names = new Set(files.map(file => basename(file)))

/** Named, though no file of the repository: what a build makes, and a page that is still to come. */
const elsewhere = ['activities.css']

/** Lines of prose: all of a document, the comments of code. */
function proseOf(file: string): { readonly line: number, readonly text: string }[] {
  const isCode = /\.(?:ts|vue|mjs|css)$/.test(file)
  return readFileSync(file, 'utf8').split('\n').map((text, index) => ({ line: index + 1, text }))
    .filter(({ text }) => !isCode || /^\s*(?:\/?\*|\/\/)|\/\*\*/.test(text))
}

describe('documents and comments', () => {
  it('refer to no paper that is not in the repository', () => {
    const outside
      = /\b(?:design|findings|lessons|look|style|curriculum|staff-experience|lesson-experience)\.md\b|\b[Dd]esign §|\b(?:in|of) the digest\b|\bissue #?\d/
    const found = files.filter(file => file !== 'tests/documents.test.ts')
      .flatMap(file => proseOf(file).filter(({ text }) => outside.test(text)).map(({ line, text }) => `${file}:${line} ${text.trim()}`))
    expect(found).toEqual([])
  })

  it('name only files that are there', () => {
    const named
      = /(?<![\w./@<*-])((?:(?:[\w.-]|\[\w+\])+\/)*(?:\w|\[\w+\])(?:[\w.-]|\[\w+\])*\.(?:test\.ts|spec\.ts|ts|vue|mjs|css|md))(?![\w/*-])/g
    // Pages to follow name the files that a reader makes, and a decision what was there when it was made.
    const isOfNow = (file: string) => !/^docs\/(?:add-|decisions\/)/.test(file)
    // What a build makes is not there in a fresh clone.
    const isThere = (path: string, from: string) =>
      elsewhere.includes(path)
      || path.startsWith('.output/')
      || existsSync(path)
      || existsSync(join(dirname(from), path))
      || (path.includes('/') ? files.some(file => file.endsWith(`/${path}`)) : names.has(path))
    const gone = files
      .filter(file => /\.(?:ts|vue|mjs|css)$/.test(file) || (file.startsWith('docs/') && file.endsWith('.md') && isOfNow(file)))
      .flatMap(file =>
        proseOf(file).flatMap(({ line, text }) =>
          [...text.matchAll(named)]
            .map(([, path = '']) => path)
            .filter(path => !isThere(path, file))
            .map(path => `${file}:${line} ${path}`),
        ),
      )
    expect(gone).toEqual([])
  })

  it('link only to documents that are there', () => {
    const gone = files
      .filter(file => file.endsWith('.md'))
      .flatMap(file =>
        [...readFileSync(file, 'utf8').matchAll(/\]\(((?!https?:|mailto:|#|\/)[^)#\s]+)/g)]
          .map(([, path = '']) => path)
          .filter(path => !elsewhere.includes(basename(path)) && !existsSync(normalize(join(dirname(file), path))))
          .map(path => `${file}: ${path}`),
      )
    expect(gone).toEqual([])
  })
})

describe('decisions', () => {
  const decisions = readdirSync('docs/decisions').filter(name => /^\d{4}-/.test(name)).map((name) => {
    const text = readFileSync(`docs/decisions/${name}`, 'utf8')
    const linked = (words: RegExp) =>
      [...text.matchAll(words)].flatMap(([sentence]) => [...sentence.matchAll(/\((\d{4})-/g)].map(([, number]) => Number(number)))
    return {
      number: Number(name.slice(0, 4)),
      heading: Number(/^# (\d+)\. /.exec(text)?.[1]),
      replaces: linked(/\*\*(?:Supersedes|Amends)\b.*?(?=\*\*(?:Amended|Superseded)|\n)/g),
      replacedBy: linked(/\*\*(?:Superseded|Amended)\b.*?(?=\*\*(?:Amends|Supersedes)|\n)/g),
    }
  })

  it('have each a number that no other has', () => {
    const numbers = decisions.map(({ number }) => number)
    expect(numbers).toEqual([...new Set(numbers)])
    expect(decisions.map(({ heading }) => heading)).toEqual(numbers)
  })

  it('say by which later one they were replaced, and that one says so too', () => {
    const pairs = (list: [number, number][]) => list.map(([later, earlier]) => `${later} replaces ${earlier}`).toSorted()
    const said = pairs(decisions.flatMap(({ number, replaces }) => replaces.map((earlier): [number, number] => [number, earlier])))
    expect(said.length).toBeGreaterThan(0)
    expect(pairs(decisions.flatMap(({ number, replacedBy }) => replacedBy.map((later): [number, number] => [later, number])))).toEqual(said)
  })
})

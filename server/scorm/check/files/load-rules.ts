/** Rules about what pages, styles, pictures and scripts load. */
import type { Place } from '#shared/scorm/package-report'
import { fileAt, targetOf, whyMissing } from '../archive/addresses.ts'
import { extensionOf, folderOf, type Archive } from '../archive/archive.ts'
import { error, note, quoted, someOf, warning, type Problem, type Rule } from '../archive/findings.ts'
import { loadsInMarkup, loadsInScript, loadsInStyle, type FileLoads } from './loads.ts'
import { hostOf, outsideKindOf, trackerOf, type OutsideKind } from './other-servers.ts'

export interface LoadingFiles {
  readonly archive: Archive
  /** Pages that open the package. */
  readonly startPages: ReadonlySet<string>
  readonly files: readonly LoadingFile[]
}

export interface LoadingFile {
  readonly name: string
  readonly folder: string
  readonly facts: FileLoads
}

const readers: Readonly<Record<string, (text: string) => FileLoads>> = {
  html: text => loadsInMarkup(text, 'html'),
  htm: text => loadsInMarkup(text, 'html'),
  xhtml: text => loadsInMarkup(text, 'xml'),
  svg: text => loadsInMarkup(text, 'xml'),
  css: loadsInStyle,
  js: loadsInScript,
  mjs: loadsInScript,
}

/** Reads every page, picture, style and script once, for all rules of this file. */
export function loadingFiles(archive: Archive, startPages: ReadonlySet<string>): LoadingFiles {
  const files = [...archive.files.keys()].flatMap((name) => {
    const extension = extensionOf(name)
    const text = Object.hasOwn(readers, extension) ? archive.text(name) : null
    return text === null ? [] : [{ name, folder: folderOf(name), facts: readers[extension]!(text) }]
  })
  return { archive, startPages, files }
}

const whatItIs: Readonly<Record<OutsideKind, string>> = {
  code: 'a script',
  style: 'a style sheet',
  media: 'a picture, font, sound or film',
  frame: 'a page',
  data: 'data',
  hint: 'a server to be connected with ahead of time',
  font: 'a font',
  tracker: 'a tracker',
}

/** What comes of a load from another server, and what to do about it. */
const outsideProblems: Readonly<Record<OutsideKind, (what: string, host: string, place: Place) => Problem>> = {
  code: (what, host, place) => error(
    `${what} is a script on another server. Where a school's filter blocks "${host}", the lesson does not run, and the server learns `
    + `who opens it. Put the file in the package.`,
    { ...place, effect: 'record' },
  ),
  style: (what, host, place) => error(
    `${what} is a style sheet on another server. Where a school's filter blocks "${host}", the lesson looks broken, and the server `
    + `learns who opens it. Put the file in the package.`, place,
  ),
  media: (what, _host, place) => warning(
    `${what} is a picture, sound or film on another server, which school filters may block and which learns who opens the lesson. Put `
    + `the file in the package.`, place,
  ),
  frame: (what, _host, place) => warning(
    `${what} is a page of another server, which school filters may block and which learns who opens the lesson. Put what it shows in `
    + `the package, or link to it.`, place,
  ),
  data: (what, _host, place) => warning(
    `${what} is fetched from another server, which school filters may block and which learns who opens the lesson. Put the data in `
    + `the package.`, place,
  ),
  font: (what, host, place) => warning(
    `${what} is a font on another server. Where a school's filter blocks "${host}", the text shows in another typeface, and the server `
    + `learns who opens the lesson. Put the font in the package.`, place,
  ),
  tracker: (what, host, place) => warning(
    `${what} is a tracker (${trackerOf(host) ?? host}): it tells another company who opens the lesson. `
    + `Take it out.`, { ...place, effect: 'untidy' },
  ),
  hint: (what, host, place) => note(
    `${what} only makes a connection with "${host}" ready (preconnect, dns-prefetch). Nothing is fetched by it; take it out with what `
    + `is fetched from there.`, place,
  ),
}

const outsideLoads: Rule<LoadingFiles> = {
  id: 'outside-loads',
  * check({ files }) {
    for (const { name, folder, facts } of files) {
      if (facts.base !== null && ['outside', 'server-root', 'disk'].includes(targetOf(facts.base, folder).where)) {
        yield error(`<base href=${quoted(facts.base)}> sends every address of the page elsewhere. `
          + `Take it out.`, { file: name, effect: 'record' })
      }
      for (const { address, kind, line } of facts.loads) {
        const place = { file: name, line }
        const { where } = targetOf(address, folder)
        if (where === 'outside') {
          const outside = outsideKindOf(address, kind)
          yield { ...outsideProblems[outside](quoted(address), hostOf(address), place), group: `${outside} ${hostOf(address)}` }
        }
        if (kind === 'hint') continue
        const level = kind === 'code' || kind === 'style' ? error : warning
        if (where === 'disk') yield level(`${quoted(address)} is a file on the disk of whoever made the package. Put it in the package `
          + `and give its path there.`, place)
        if ((where === 'server-root' || where === 'above') && facts.base === null) {
          yield level(`${quoted(address)} leads out of the package, since platforms put it in a folder of their own. Write a path `
            + `without "/" or too many "../" in front.`, place)
        }
      }
    }
  },
}

const loadsPresent: Rule<LoadingFiles> = {
  id: 'loads-present',
  * check({ files, archive, startPages }) {
    for (const { name, folder, facts } of files) {
      if (facts.base !== null) continue
      const said = new Set<string>()
      for (const { address, kind, line } of facts.loads.filter(({ kind }) => kind !== 'hint')) {
        const target = targetOf(address, folder)
        if (target.where !== 'package' || fileAt(archive, target.path) !== null || archive.files.has(`${target.path}/index.html`)) continue
        if (said.size === said.add(target.path).size) continue
        const level = startPages.has(name) && (kind === 'code' || kind === 'style') ? error : warning
        const effect = startPages.has(name) && kind === 'code' ? 'record' : 'looks'
        yield level(`${quoted(address)} (${whatItIs[kind]}) ${whyMissing(archive, target.path)}.`, { file: name, line, effect })
      }
    }
  },
}

const moduleScripts: Rule<LoadingFiles> = {
  id: 'module-scripts',
  * check({ files, archive }) {
    const modules = [...archive.files.keys()].filter(name => extensionOf(name) === 'mjs')
    if (modules[0] !== undefined) yield error(`Platforms serve .mjs files with a type that browsers refuse for modules: `
      + `${someOf(modules)}. Build classic scripts named .js.`, { file: modules[0] })
    for (const { name, facts } of files) {
      for (const line of facts.modules) yield moduleTag(name, line)
    }
  },
}

/** In the order of the report. */
export const loadRules = [moduleScripts, outsideLoads, loadsPresent]

function moduleTag(file: string, line: number): Problem {
  return warning('A <script type="module"> does not run from a folder, nor on platforms that serve it with the wrong type. Build a '
    + 'classic script.', { file, line })
}

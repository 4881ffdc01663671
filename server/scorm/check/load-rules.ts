/** Rules about what pages, styles, pictures and scripts load. */
import { fileAt, targetOf, whyMissing } from './addresses.ts'
import { extensionOf, folderOf, type Archive } from './archive.ts'
import { error, quoted, someOf, warning, type Problem, type Rule } from './findings.ts'
import { loadsInMarkup, loadsInScript, loadsInStyle, type FileLoads, type LoadKind } from './loads.ts'

export interface LoadingFiles {
  readonly archive: Archive
  /** Pages that open the package. */
  readonly startPages: ReadonlySet<string>
  readonly files: readonly { readonly name: string, readonly folder: string, readonly facts: FileLoads }[]
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

const whatItIs: Readonly<Record<LoadKind, string>> = { code: 'a script', style: 'a style sheet', media: 'a picture, font, sound or film', frame: 'a page', data: 'data' }

export const outsideLoads: Rule<LoadingFiles> = {
  id: 'outside-loads',
  * check({ files }) {
    for (const { name, folder, facts } of files) {
      if (facts.base !== null && ['outside', 'server-root', 'disk'].includes(targetOf(facts.base, folder).where)) {
        yield error(`<base href=${quoted(facts.base)}> sends every address of the page elsewhere. Take it out.`, { file: name })
      }
      for (const { address, kind, line } of facts.loads) {
        const place = { file: name, line }
        const { where } = targetOf(address, folder)
        const level = kind === 'code' || kind === 'style' ? error : warning
        if (where === 'outside') yield level(`${quoted(address)} is ${whatItIs[kind]} on another server, which school filters may block and which learns who opens the lesson. Put the file in the package.`, place)
        if (where === 'disk') yield level(`${quoted(address)} is a file on the disk of whoever made the package. Put it in the package and give its path there.`, place)
        if ((where === 'server-root' || where === 'above') && facts.base === null) yield level(`${quoted(address)} leads out of the package, since platforms put it in a folder of their own. Write a path without "/" or too many "../" in front.`, place)
      }
    }
  },
}

export const loadsPresent: Rule<LoadingFiles> = {
  id: 'loads-present',
  * check({ files, archive, startPages }) {
    for (const { name, folder, facts } of files) {
      if (facts.base !== null) continue
      const said = new Set<string>()
      for (const { address, kind, line } of facts.loads) {
        const target = targetOf(address, folder)
        if (target.where !== 'package' || fileAt(archive, target.path) !== null || archive.files.has(`${target.path}/index.html`)) continue
        if (said.size === said.add(target.path).size) continue
        const level = startPages.has(name) && (kind === 'code' || kind === 'style') ? error : warning
        yield level(`${quoted(address)} (${whatItIs[kind]}) ${whyMissing(archive, target.path)}.`, { file: name, line })
      }
    }
  },
}

export const moduleScripts: Rule<LoadingFiles> = {
  id: 'module-scripts',
  * check({ files, archive }) {
    const modules = [...archive.files.keys()].filter(name => extensionOf(name) === 'mjs')
    if (modules[0] !== undefined) yield error(`Platforms serve .mjs files with a type that browsers refuse for modules: ${someOf(modules)}. Build classic scripts named .js.`, { file: modules[0] })
    for (const { name, facts } of files) {
      for (const line of facts.modules) yield moduleTag(name, line)
    }
  },
}

function moduleTag(file: string, line: number): Problem {
  return warning('A <script type="module"> does not run from a folder, nor on platforms that serve it with the wrong type. Build a classic script.', { file, line })
}

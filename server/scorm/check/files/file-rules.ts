/** Rules about the names and kinds of the files in a package. */
import { extensionOf, isLeftBehind, type Archive } from '../archive/archive.ts'
import { error, note, someOf, warning, type Problem, type Rule } from '../archive/findings.ts'
import type { CodePage } from '../archive/zip-names.ts'

const fileNames: Rule<Archive> = {
  id: 'file-names',
  * check({ files }) {
    const oldPages = Map.groupBy([...files.values()].filter(({ codePage }) => codePage !== 'utf-8'), ({ codePage }) => codePage)
    for (const [codePage, entries] of oldPages) yield inOldPage(codePage, entries.map(({ name }) => name))
    const names = [...files].flatMap(([name, { codePage }]) => codePage === 'utf-8' ? [name] : [])
    yield* namesThat(names, name => /[\u0080-\uFFFF]/.test(name), found => warning(`Names with letters beyond ASCII come out wrong on `
      + `some platforms: ${someOf(found)}. Use a-z, 0-9, ".", "-" and "_".`, { file: found[0] }))
    yield* namesThat(names, name => /[ %#?&+*"<>|]|.:/.test(name.replace(/^[A-Za-z]:/, '')), found => warning(`Names with spaces or `
      + `signs that mean something in an address: ${someOf(found)}. Use a-z, 0-9, ".", "-" and "_".`, { file: found[0] }))
    yield* namesThat(names, name => name.length > 100, found => warning(`Paths of more than 100 characters may be cut off: `
      + `${someOf(found, 1)}. Shorten them.`, { file: found[0] }))
    const byLowerCase = new Map<string, string>()
    const alike = names.filter(
      name => byLowerCase.size === byLowerCase.set(name.toLowerCase(), byLowerCase.get(name.toLowerCase()) ?? name).size,
    )
    if (alike[0] !== undefined) {
      yield error(`Names that differ in capitals only overwrite each other on many servers: `
        + `${someOf(alike.flatMap(name => [byLowerCase.get(name.toLowerCase()) ?? '', name]), 4)}. Rename one of them.`, { file: alike[0] })
    }
  },
}

function inOldPage(codePage: CodePage, names: readonly string[]): Problem {
  const page = codePage === 'windows-1252' ? 'an old Windows code page (windows-1252)' : `a DOS code page (${codePage})`
  return warning(
    `${names.length === 1 ? 'A file name is' : `${names.length} file names are`} written in ${page} instead of UTF-8: ${someOf(names)} `
    + `here. Platforms read other letters there and do not find the file. Rename with a-z, 0-9, ".", "-" and "_", or zip again with `
    + `a tool that writes UTF-8.`,
    { file: names[0] },
  )
}

const onServers = new Set('php php3 php4 php5 php7 phtml phar asp aspx ashx asmx jsp jspx cfm cgi pl py rb sh htaccess htpasswd'.split(' '))
const programs = new Set('exe bat cmd com msi dll scr vbs ps1 jar app dmg apk lnk'.split(' '))

const fileTypes: Rule<Archive> = {
  id: 'file-types',
  * check({ files }) {
    const names = [...files.keys()]
    const typed = (types: ReadonlySet<string>) => (name: string) => types.has(extensionOf(name))
    yield* namesThat(names, typed(onServers), found => error(`Platforms refuse packages with files that could run on their server: `
      + `${someOf(found)}. Take them out.`, { file: found[0] }))
    yield* namesThat(names, typed(programs), found => error(`Platforms refuse packages with programs: ${someOf(found)}. `
      + `Take them out.`, { file: found[0] }))
    yield* namesThat(names, typed(new Set(['wasm'])), found => warning(`Platforms serve WebAssembly with a type that browsers may `
      + `refuse: ${someOf(found)}. Do without it.`, { file: found[0], effect: 'looks' }))
    yield* namesThat(names, typed(new Set(['swf', 'flv'])), found => warning(`Flash no longer plays anywhere: ${someOf(found)}. Export `
      + `the lesson as HTML5.`, { file: found[0], effect: 'looks' }))
    yield* namesThat(names, name => isLeftBehind(name), found => note(`Files that an operating system left behind: ${someOf(found)}. `
      + `They can go.`, { file: found[0] }))
  },
}

export const webStartPage: Rule<Archive> = {
  id: 'web-start-page',
  * check(archive) {
    if (archive.files.has('index.html')) return
    const otherCase = archive.inOtherCase('index.html')
    const deeper = [...archive.files.keys()].find(name => /\/index\.html$/i.test(name))
    if (otherCase) yield error(`The start page is named "${otherCase}". Web servers look for "index.html" in `
      + `small letters.`, { file: otherCase })
    else if (deeper !== undefined) yield error(`The start page is in a folder (${someOf([deeper])}). Put "index.html" at the top `
      + `of the zip.`, { file: deeper })
    else yield error('There is no "index.html", so there is nothing to open. Put the start page at the top of the zip under this name.')
  },
}

/** Of every zip, in the order of the report. */
export const fileRules = [fileNames, fileTypes]

function* namesThat(
  names: readonly string[],
  applies: (name: string) => boolean,
  problem: (found: [string, ...string[]]) => Problem,
): Generator<Problem> {
  const [first, ...others] = names.filter(applies)
  if (first !== undefined) yield problem([first, ...others])
}

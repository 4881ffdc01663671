/** Reads every page and guide of a project, and holds them to the rules for prose. */
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { filesOf } from '../sources/collection-files.ts'
import { proseCollectionNames } from '../sources/collections.ts'
import type { Library } from '../library/library.ts'
import type { ContentIssue } from '../library/parse-yaml.ts'
import { proseProblems } from './prose.ts'

/**
 * @param project path of its root folder
 * @param library whose help routes the pages name
 * @returns how many pages and guides there are, and what is the matter with them
 */
export async function lintProse(project: string, library: Library): Promise<{ checked: number, problems: ContentIssue[] }> {
  const files = (await Promise.all(proseCollectionNames.map(name => filesOf(project, name)))).flat()
  const prose = await Promise.all(files.map(async ({ file }) => ({ file, text: await readFile(join(project, file), 'utf8') })))
  const around = {
    prose,
    files: new Set(await found(project, '{docs,content}/**/*')),
    addresses: (await found(project, 'pages/**/*.vue')).map(addressOf),
    routes: new Map(library.help.map(({ locale, routes }) => [locale, new Set(routes.map(({ id }) => id))])),
  }
  const problems = prose.flatMap(one => proseProblems(one, around))
  return { checked: prose.length, problems: problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line) }
}

async function found(project: string, pattern: string): Promise<string[]> {
  const paths: string[] = []
  for await (const path of glob(pattern, { cwd: project })) paths.push(path.replaceAll('\\', '/'))
  return paths
}

/**
 * "pages/lessons/[id]/text.vue" is /lessons/… /text; a part that may be anything is "*". The page for addresses that nobody has
 * is left out.
 */
function addressOf(path: string): string {
  if (path === 'pages/[...path].vue') return ''
  return path.replace(/^pages|(?:\/index)?\.vue$/g, '').replace(/\[[^\]]+\]/g, '*') || '/'
}

/** `npm run lint:content`: prints what breaks a rule of the content lint as `file:line  rule  message`, and fails when anything does. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { folderSource } from '../../server/content/sources/folder-source.ts'
import { readLibrary } from '../../server/content/library/library.ts'
import { lintContent } from '../../server/content/lint/lint.ts'
import { acceptedWordings, WORDINGS } from '../../server/content/lint/wordings.ts'
import { reviewProblems, REVIEW_LIST } from '../../server/content/lint/reviews.ts'
import { lintProse } from '../../server/content/lint/lint-prose.ts'
import type { ContentIssue } from '../../server/content/library/parse-yaml.ts'
import { readArguments } from '../setup/arguments.mjs'

const { values: { accept }, positionals: [content = fileURLToPath(new URL('../../content', import.meta.url))] } = readArguments('lint:content')
if (!statSync(content, { throwIfNoEntry: false })?.isDirectory()) {
  console.error(`There is no folder "${content}". Name one that holds lessons/, packs/ and help/, or leave it out.`)
  process.exit(2)
}

const print = ({ file, line, rule, message }: ContentIssue, mark = '') => console.log(`${file}:${line}  ${mark}${rule}  ${message}`)

try {
  const source = folderSource(content)
  if (accept) {
    const record = join(content, WORDINGS)
    const { lessons } = await readLibrary(source)
    writeFileSync(record, acceptedWordings(lessons, existsSync(record) ? readFileSync(record, 'utf8') : null))
  }
  const { lessons, problems: inLessons, warnings } = await lintContent(source, new Date().toISOString().slice(0, 10))
  // Pages and guides point to files and pages of the project around them.
  const project = dirname(resolve(content))
  const library = await readLibrary(source)
  const { checked, problems: inProse } = await lintProse(project, library)
  const list = join(project, REVIEW_LIST)
  const inReviews = existsSync(list) ? reviewProblems(library.lessons, readFileSync(list, 'utf8'), library.packs) : []
  const problems = [...inLessons, ...inProse, ...inReviews]
  for (const warning of warnings) print(warning, 'warning: ')
  for (const problem of problems) print(problem)
  if (lessons === 0) console.log('There is no lesson under content/lessons: nothing was checked.')
  console.log(
    `${lessons} lesson${lessons === 1 ? '' : 's'} and ${checked} pages and guides checked, ${problems.length} problem${problems.length === 1 ? '' : 's'}`,
  )
  process.exitCode = problems.length === 0 && lessons > 0 ? 0 : 1
}
catch (error) {
  console.error(`The content folder cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}

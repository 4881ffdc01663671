/** What `npm run export` can be told. */
import { parseArgs } from 'node:util'
import { packageFormats } from '#shared/scorm/package-format'

export const usage = `Writes lessons as packages for a school's learning platform.

  npm run export -- --lesson <id>[,<id>...] [--format scorm12] [--locale en] [--out packages]
  npm run export -- --all [--format <format>[,<format>...]|all]

  --lesson   one lesson id, or several with commas between them
  --all      every lesson in the locale
  --course   the lessons go into one package, as a course, in the order given
  --format   ${packageFormats.join(' | ')}, several with commas, or "all" (default: scorm12)
  --locale   language of the lessons; several with commas give pupils the choice (default: en)
  --options  file with saved options (JSON or YAML); the page /export saves one
  --out      folder to write to, made if it is missing (default: packages)
  --bundle   one zip with every package, a README and SHA-256 sums
  --help     this text

With more than one package, a README.txt and SHA256SUMS.txt are written beside them.
Every package is checked before it is kept. Either all are written, or none.

Exit codes: 0 written · 1 no such lesson, language, format or option · 2 wrong usage · 3 the folder cannot be written to · 4 a package did not pass its self-check

Example: npm run export -- --lesson lying-online-9-11 --format scorm12
`

export interface ExportArguments {
  readonly lessons: readonly string[] | 'all'
  readonly formats: readonly string[]
  readonly locales: readonly string[]
  readonly isCourse: boolean
  readonly isBundle: boolean
  readonly optionsFile: string | null
  readonly out: string
}

/** The command was called in a way it does not have. */
export class UsageError extends Error {}

/** @returns null when help was asked for. @throws {UsageError} */
export function readArguments(args: readonly string[]): ExportArguments | null {
  const values = parsed(args)
  if (values.help) return null
  const lessons = list(values.lesson ?? [])
  if (values.all && values.lesson) throw new UsageError('Give either --lesson or --all, not both.')
  if (!values.all && lessons.length === 0) throw new UsageError('Say which lessons with --lesson <id>[,<id>...], or take every one with --all.')
  const formats = list([values.format])
  const locales = list([values.locale])
  if (formats.length === 0) throw new UsageError(`Say which format with --format: ${packageFormats.join(', ')}, or all.`)
  if (locales.length === 0) throw new UsageError('Say which language with --locale, for example --locale en.')
  return {
    lessons: values.all ? 'all' : lessons,
    formats: formats.includes('all') ? packageFormats : formats,
    locales,
    isCourse: values.course,
    isBundle: values.bundle,
    optionsFile: values.options ?? null,
    out: values.out,
  }
}

function list(values: readonly string[]): string[] {
  return [...new Set(values.flatMap(value => value.split(',')).map(part => part.trim()).filter(part => part !== ''))]
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        lesson: { type: 'string', multiple: true },
        all: { type: 'boolean', default: false },
        course: { type: 'boolean', default: false },
        format: { type: 'string', default: 'scorm12' },
        locale: { type: 'string', default: 'en' },
        options: { type: 'string' },
        out: { type: 'string', default: 'packages' },
        bundle: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values
  }
  catch (error) {
    throw new UsageError(error instanceof Error ? `${error.message.replace(/[.\s]*$/, '')}.` : 'These options cannot be read.')
  }
}

/** What `npm run export` can be told. */
import { packageFormats } from '#shared/scorm/package-format'
import { readCommand } from '../setup/arguments.mjs'

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

/** @returns the text of `--help` when that was asked for. @throws {UsageError} */
export function readExportArguments(args: readonly string[]): ExportArguments | { readonly help: string } {
  const told = readCommand('export', args)
  if ('help' in told) return told
  if ('mistake' in told) throw new UsageError(told.mistake)
  const { values } = told
  const lessons = list(values.lesson ?? [])
  const formats = list([values.format])
  const locales = list([values.locale])
  if (values.all && values.lesson) throw wrong('Give either --lesson or --all, not both.')
  if (!values.all && lessons.length === 0) throw wrong('Say which lessons with --lesson <id>[,<id>...], or take every one with --all.')
  if (formats.length === 0) throw wrong(`Say which format with --format: ${packageFormats.join(', ')}, or all.`)
  if (locales.length === 0) throw wrong('Say which language with --locale, for example --locale en.')
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

const wrong = (sentence: string) => new UsageError(`${sentence} See npm run export -- --help.`)

function list(values: readonly string[]): string[] {
  return [...new Set(values.flatMap(value => value.split(',')).map(part => part.trim()).filter(part => part !== ''))]
}

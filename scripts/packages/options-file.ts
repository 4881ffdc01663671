/** Export options saved in a file, for `npm run export -- --options FILE`: JSON or YAML, with the same names as everywhere else. */
import { readFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { parse } from 'yaml'
import type { ExportOptions } from '#shared/scorm/export-options'
import { ExportError, knownOptions } from '../../server/scorm/export/export.ts'

const mimeTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
}

/**
 * Reads a file of options. `school.logo` may name a picture beside the file.
 * @throws {ExportError} with a sentence that names the file
 */
export async function readOptionsFile(file: string): Promise<ExportOptions> {
  const given = parsed(await read(file, `The options file "${file}" cannot be read`), file)
  const school = isRecord(given) && isRecord(given.school) ? given.school : undefined
  if (!isRecord(given) || typeof school?.logo !== 'string' || school.logo.startsWith('data:')) return knownOptions(given)
  return knownOptions({ ...given, school: { ...school, logo: await logoFrom(join(dirname(file), school.logo)) } })
}

function parsed(text: Buffer, file: string): unknown {
  try {
    // JSON is YAML too.
    return parse(text.toString('utf8')) as unknown
  }
  catch (error) {
    throw new ExportError(
      'invalid-options',
      `The options file "${file}" is not JSON or YAML: ${error instanceof Error ? error.message.split('\n')[0] : 'it cannot be read'}`,
      'options',
    )
  }
}

async function logoFrom(path: string): Promise<string> {
  const mime = mimeTypes[extname(path).toLowerCase()]
  if (!mime)
    throw new ExportError('invalid-options', `The logo "${path}" is not a PNG, JPEG or WebP picture. Save it as PNG.`, 'school.logo')
  return `data:${mime};base64,${(await read(path, `The logo "${path}" cannot be read`)).toString('base64')}`
}

async function read(path: string, complaint: string): Promise<Buffer> {
  try {
    return await readFile(path)
  }
  catch (error) {
    throw new ExportError(
      'invalid-options',
      `${complaint} (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'}).`,
      'options',
    )
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The file of a backup: lines of JSON, compressed. The first says what it is and which steps its tables had taken, the last how
 * many rows there are, so that one that breaks off is noticed also where it breaks off between two lines.
 */
import { createGunzip, createGzip } from 'node:zlib'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { StringDecoder } from 'node:string_decoder'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { steps as ownSteps } from '../platform/database/migrate.ts'

const FORMAT = 'whos-there-backup'
const header = z.object({ format: z.literal(FORMAT), steps: z.array(z.string()), madeAt: z.iso.datetime() })
const footer = z.strictObject({ end: z.literal(true), rows: z.int().min(0) })

export interface BackupRow {
  readonly table: string
  readonly row: Readonly<Record<string, string | number | boolean | null>>
}

/** Signs of text that go to the compressor together. */
const TOGETHER = 1 << 16
/** Signs of a line at most: far more than a logo, and a file that was made to fill the memory is noticed. */
const LONGEST_LINE = 8 << 20

async function* packed(
  steps: readonly string[],
  rows: AsyncIterable<{ readonly table: string, readonly row: object }>,
): AsyncGenerator<string> {
  let text = `${JSON.stringify({ format: FORMAT, steps, madeAt: new Date().toISOString() })}\n`
  let count = 0
  for await (const row of rows) {
    text += `${JSON.stringify(row)}\n`
    count++
    if (text.length < TOGETHER) continue
    yield text
    text = ''
  }
  yield `${text}${JSON.stringify({ end: true, rows: count })}\n`
}

/**
 * Writes a backup, and puts it into its place when it is whole and on the disk.
 * @param steps that the tables had taken
 * @throws where it cannot be written; then nothing of it is left, and what was there before still is
 */
export async function writeBackup(
  path: string,
  steps: readonly string[],
  rows: AsyncIterable<{ readonly table: string, readonly row: object }>,
): Promise<void> {
  const unfinished = `${path}.unfinished`
  try {
    await pipeline(packed(steps, rows), createGzip({ level: 4 }), createWriteStream(unfinished, { mode: 0o600, flush: true }))
    await rename(unfinished, path)
  }
  catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw error
  }
}

const nothingChanged = (sentence: string) => new Error(`${sentence} Nothing was changed.`)

/** @param about where, or what of it */
export const damaged = (about = '') =>
  nothingChanged(`This backup is damaged${about}. Take another one, or copy this one anew from where it was kept.`)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  }
  catch {
    return undefined
  }
}

/** Lines that have come in together, so that not each is waited for. */
async function* linesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for await (const chunk of stream) {
    const lines = (rest + decoder.write(chunk)).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > LONGEST_LINE) throw damaged(': a line of it has no end')
    if (lines.length > 0) yield lines
  }
  rest += decoder.end()
  if (rest !== '') yield [rest]
}

function rowIn(text: string, line: number): BackupRow {
  const found = parsed(text)
  if (
    typeof found === 'object'
    && found !== null
    && 'table' in found
    && 'row' in found
    && typeof found.table === 'string'
    && typeof found.row === 'object'
    && found.row !== null
    && Object.values(found.row).every(value => value === null || typeof value !== 'object')
  )
    return found as BackupRow
  throw damaged(` in line ${line}`)
}

/** Why a backup of other steps cannot be put back, and what to do. */
function otherRelease(steps: readonly string[]): Error {
  const own = Object.keys(ownSteps)
  if (own.every((step, index) => steps[index] === step))
    return nothingChanged(
      'This backup was made by a newer release of Who\'s There?. Update this one first (docs/deployment.md), then restore it.',
    )
  if (steps.every((step, index) => own[index] === step))
    return nothingChanged(
      'This backup was made by an older release of Who\'s There?. Start that release, restore it there, then update (docs/deployment.md).',
    )
  return nothingChanged(
    'This backup is of another release of Who\'s There?. Start that release, restore it there, then update (docs/deployment.md).',
  )
}

export interface BackupFile {
  readonly madeAt: string
  /** To be read once, to its end: only then is it known to be whole. */
  readonly rows: AsyncIterable<readonly BackupRow[]>
}

/** @returns when it was made, and its rows; @throws with a sentence where it cannot be read or used */
export async function openBackup(path: string): Promise<BackupFile> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      `The file "${path}" ${error.code === 'ENOENT' ? 'is not there' : `cannot be read (${error.code ?? error.message})`}. Give the path of a backup.`,
    )
  })
  const { size } = await file.stat()
  const stream = file.createReadStream()
  const unpacked = stream.pipe(createGunzip())
  // A folder opens, and fails only when it is read.
  stream.on('error', error => unpacked.destroy(error))
  const close = () => {
    stream.destroy()
    unpacked.destroy()
  }
  const lines = linesOf(unpacked)
  const first = await lines.next().catch(() => undefined)
  const [start = '', ...more] = (first && !first.done ? first.value : undefined) ?? []
  const head = header.safeParse(parsed(start))
  if (!head.success) {
    close()
    throw size === 0
      ? nothingChanged('This file is empty. Take another backup.')
      : nothingChanged('This file is no backup of Who\'s There?, or it is damaged. Take another one.')
  }
  if (head.data.steps.join() !== Object.keys(ownSteps).join()) {
    close()
    throw otherRelease(head.data.steps)
  }
  return { madeAt: head.data.madeAt, rows: rowsOf(more, lines, close) }
}

async function* rowsOf(first: readonly string[], lines: AsyncGenerator<string[]>, close: () => void): AsyncGenerator<readonly BackupRow[]> {
  let [line, count] = [1, 0]
  let end: number | undefined
  const read = (texts: readonly string[]) => texts.flatMap((text): BackupRow[] => {
    line++
    if (end !== undefined) throw damaged(`: there is more after its end, in line ${line}`)
    if (text.startsWith('{"end"')) {
      end = footer.safeParse(parsed(text)).data?.rows
      if (end === undefined) throw damaged(` in line ${line}`)
      return []
    }
    count++
    return [rowIn(text, line)]
  })
  try {
    yield read(first)
    for (;;) {
      // A file that breaks off, or whose bytes were changed, cannot be unpacked to its end.
      const next = await lines.next().catch((error: unknown) => {
        throw error instanceof Error && /^This backup/.test(error.message)
          ? error
          : damaged(`: it breaks off, or was changed, after line ${line}`)
      })
      if (next.done) break
      yield read(next.value)
    }
    if (end !== count)
      throw damaged(end === undefined ? `: it breaks off after line ${line}` : `: it should hold ${end} rows, and holds ${count}`)
  }
  finally {
    close()
  }
}

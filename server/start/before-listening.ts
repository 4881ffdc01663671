/** What has to be right before the server takes its first request. Each says in one sentence what to do where it is not. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { OpenDatabase } from '../platform/database/client.ts'
import { readErasures } from '../school/erasures.ts'
import { troubleOf } from '../platform/failure.ts'
import { newId } from '../platform/security/tokens.ts'
import { type Settings, SettingsError } from '../platform/settings.ts'

/** Something that may be right when the server is started again. The message is a sentence for whoever runs it. */
export class NotReady extends Error {}

/** The system's reasons in words. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this account may not write there',
  EPERM: 'this account may not write there',
  EROFS: 'nothing can be written there',
  EEXIST: 'it is a file',
  ENOTDIR: 'a part of it is a file',
  ENOENT: 'its folder is not there',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
}

const codeOf = (error: unknown) => error instanceof Error && 'code' in error ? String(error.code) : ''
const reasonOf = (error: unknown) => reasons[codeOf(error)] ?? (codeOf(error) || String(error))

/** Writes and removes a file: an answer of the system about rights alone is not right for every account and every disk. */
function tryToWrite(folder: string) {
  const path = join(folder, `.can-be-written-${newId()}`)
  writeFileSync(path, '')
  rmSync(path)
}

/** @returns a sentence where the embedded database would have no place */
export function problemOfDataFolder({ databaseUrl, dataFolder }: Settings): string[] {
  if (databaseUrl !== undefined) return []
  try {
    // Others on this machine are not to read pupils' names.
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    tryToWrite(dataFolder)
    return []
  }
  catch (error) {
    return [
      `The folder for the data, ${dataFolder}, cannot be used: ${reasonOf(error)}. Name another one, for example DATA_DIR=/var/lib/whos-there.`,
    ]
  }
}

/** @returns a sentence where what is erased could not be listed outside the database, though somebody relies on it */
export async function problemOfErasuresFile({ erasuresFile }: Settings): Promise<string[]> {
  if (erasuresFile === undefined) return []
  try {
    tryToWrite(dirname(erasuresFile))
    await readErasures(erasuresFile)
    return []
  }
  catch (error) {
    const reason = codeOf(error) === '' && error instanceof Error ? error.message.replace(/\.$/, '') : reasonOf(error)
    return [
      `ERASURES_FILE (${erasuresFile}) cannot be used: ${reason}. Name a file in a folder that is there and can be written to, or leave it out.`,
    ]
  }
}

/** @throws {NotReady} where the address or the port cannot be listened on */
export function ensurePort({ host, port }: Settings): Promise<void> {
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is already in use, perhaps by another Who's There?. Choose another one, for example PORT=${port === 65_535 ? 3001 : port + 1}.`,
    EACCES: `This account may not use port ${port}. Choose one above 1023, for example PORT=3001.`,
  }
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', (error) => {
      fail(
        new NotReady(
          sentences[codeOf(error)]
          ?? `HOST is "${host ?? ''}", which is no address of this machine. Write one that it has, for example HOST=127.0.0.1, or leave it out to listen on all.`,
        ),
      )
    })
    probe.listen({ port, host }, () => probe.close(() => done()))
  })
}

/** Milliseconds: a database that is started at the same time needs some. */
const PATIENCE = 20_000
const AGAIN_AFTER = 1_000

/**
 * Opens the database, and waits a little for one that is not there yet.
 * @throws {SettingsError} where it cannot be used as it is set, {NotReady} where it stays away
 */
export async function untilDatabase(open: () => Promise<OpenDatabase>, { databaseUrl }: Settings, patience = PATIENCE): Promise<void> {
  for (const until = performance.now() + patience; ;) {
    try {
      await open()
      return
    }
    catch (error) {
      const isAway = databaseUrl !== undefined && troubleOf(error) === 'away' && !isRefused(error)
      if (!isAway) throw new SettingsError([sentenceOf(error)])
      if (performance.now() + AGAIN_AFTER > until)
        throw new NotReady(
          `PostgreSQL does not answer at ${placeOf(databaseUrl)} (${lastCode(error)}). Start it, or set DATABASE_URL to where it is.`,
        )
      await wait(AGAIN_AFTER)
    }
  }
}

/** Where it is, without a name or a password. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}

/** PostgreSQL answers, and does not let us in (SQLSTATE 28), or has no such database (3D): waiting changes nothing. */
const isRefused = (error: unknown) => /^(?:28|3D)/.test(lastCode(error))

function lastCode(error: unknown): string {
  if (!(error instanceof Error)) return ''
  const inner = error instanceof AggregateError ? error.errors[0] as unknown : error.cause
  return lastCode(inner) || codeOf(error) || (error.cause === undefined ? error.message : '')
}

function sentenceOf(error: unknown): string {
  if (isRefused(error))
    return `PostgreSQL does not let the app in (${lastCode(error)}). Look at the user, the password and the name of the database in DATABASE_URL.`
  return error instanceof Error ? error.message : String(error)
}

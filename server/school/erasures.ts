/**
 * What was erased, by its random id, outside the database too (`ERASURES_FILE`): after the loss of a disk, an older backup can
 * then be cleared of it again. The file only grows, but for what retention has forgotten (server/school/retention.ts): a new,
 * empty database beside it takes nothing away, nor does a wrong clock. What went because it had been kept long enough is not in
 * it: a clock may have been wrong, and it goes again by itself.
 */
import { open, readFile, rename } from 'node:fs/promises'
import { z } from 'zod'
import { newId } from '../platform/security/tokens.ts'
import type { Db } from '../platform/database/client.ts'
import type { Row } from '../platform/database/schema.ts'

/** Days that an erasure is remembered: as long as any backup should be kept. */
export const ERASURE_DAYS = 800

/** What somebody asked for; the file says nothing of a cause, as it never did. */
type Erasure = Omit<Row<'erasure'>, 'cause'>
const erasure = z.strictObject({
  subject_id: z.string(),
  school_id: z.string(),
  kind: z.enum(['pupil', 'class', 'staff']),
  at: z.iso.datetime(),
})

function parsed(line: string): Erasure | undefined {
  try {
    return erasure.safeParse(JSON.parse(line)).data
  }
  catch {
    return undefined
  }
}

/**
 * @returns what the file lists, nothing where there is none yet; @throws with a sentence where it cannot be read, for then nobody
 * knows what it listed
 */
export async function readErasures(path: string): Promise<Erasure[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw new Error(`The list of erasures (${path}) cannot be read: ${error.code ?? error.message}.`)
  })
  return text.split('\n').flatMap((line, index) => {
    if (line === '') return []
    const found = parsed(line)
    if (!found) throw new Error(`The list of erasures (${path}) is damaged in line ${index + 1}.`)
    return [found]
  })
}

/** Brings the file up to date with the database. It is replaced as a whole, so that a full disk leaves the old one. */
export async function keepErasures(db: Db, path: string): Promise<void> {
  const oldest = (await db.selectFrom('clock').select('forgot_before').executeTakeFirst())?.forgot_before ?? ''
  const listed = await readErasures(path)
  const known = new Set(listed.map(({ subject_id: id }) => id))
  const fresh = (
    await db.selectFrom('erasure').select(['subject_id', 'school_id', 'kind', 'at']).where('cause', '=', 'asked').orderBy('at').execute()
  ).filter(({ subject_id: id }) => !known.has(id))
  const kept = [...listed, ...fresh].filter(({ at }) => at >= oldest)
  if (fresh.length === 0 && kept.length === listed.length) return
  // A name of its own: another process may be at it too.
  const unfinished = `${path}.${newId()}`
  const file = await open(unfinished, 'w', 0o600)
  try {
    await file.writeFile(kept.map(row => `${JSON.stringify(row)}\n`).join(''))
    await file.sync()
  }
  finally {
    await file.close()
  }
  await rename(unfinished, path)
}

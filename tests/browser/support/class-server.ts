/** The built app on a port of its own, with a school, its classes and pupils in a database of its own. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { makeClass, openClass, readClass, type Viewer } from '../../../server/database/classes.ts'
import { openDatabase } from '../../../server/database/client.ts'
import { addPupils, makeCards, type PupilPictures } from '../../../server/database/pupils.ts'
import { serverSecret } from '../../../server/security/secret.ts'
import { newId } from '../../../server/security/tokens.ts'

export interface SeededClass {
  readonly code: string
  readonly pupils: readonly PupilPictures[]
  /** Keys of cards, by name. */
  readonly keys: Readonly<Record<string, string>>
}

export interface ClassServer {
  readonly origin: string
  /** Makes another class. @param minutes for which it is open; 0 leaves it shut */
  addClass(name: string, names: readonly string[], minutes?: number): Promise<SeededClass>
  stop(): Promise<void>
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

export async function startClassServer(): Promise<ClassServer> {
  const folder = mkdtempSync(join(tmpdir(), 'whos-there-classes-'))
  const { db } = await openDatabase(join(folder, 'whos-there.sqlite'))
  const secret = await serverSecret(db)
  const schoolId = newId()
  await db.insertInto('school').values({ id: schoolId, name: 'Oakfield', year_ends: '07-31', keep_months: 1, help_contact: null, created_at: new Date().toISOString() }).execute()
  const teacher = await addTeacher(schoolId)
  const port = await freePort()
  const server = spawn(process.execPath, ['.output/server/index.mjs'], { env: { ...process.env, PORT: String(port), DATA_DIR: folder, DATABASE_URL: '' }, stdio: 'ignore' })
  const origin = `http://localhost:${port}`
  await expect(async () => expect((await fetch(`${origin}/api/health`)).ok).toBe(true)).toPass({ timeout: 30_000 })

  async function addTeacher(school: string): Promise<Viewer> {
    const id = newId()
    const now = new Date().toISOString()
    const row = { id, school_id: school, role: 'teacher' as const, name: 'T. Teacher', email: 't@example.org', email_verified: 0, created_at: now, updated_at: now }
    await db.insertInto('staff').values(row).execute()
    return { id, schoolId: school, role: 'teacher' }
  }

  return {
    origin,
    async addClass(name, names, minutes = 60) {
      const { id } = await makeClass(db, teacher, name)
      const pupils = await addPupils(db, teacher, secret, id, names)
      const cards = await makeCards(db, teacher, id, pupils.map(pupil => pupil.id))
      if (minutes > 0) await openClass(db, teacher, id, minutes, 'here')
      return { code: (await readClass(db, teacher, id)).code, pupils, keys: Object.fromEntries(cards.map(card => [card.name, card.key])) }
    },
    async stop() {
      const ended = new Promise(resolve => server.once('exit', resolve))
      server.kill()
      await ended
      await db.destroy()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The built app on a port of its own, with a school, its classes and pupils in a database of its own. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { PupilPictures } from '#shared/api/classes'
import { makeClass, openClass, readClass } from '../../../server/classes/classes.ts'
import { letClassIn } from '../../../server/classes/letting-in.ts'
import type { Staff } from '../../../server/accounts/staff/staff-member.ts'
import type { Db } from '../../../server/platform/database/client.ts'
import { openDatabase } from '../../../server/platform/database/client.ts'
import { makeCards } from '../../../server/classes/pupils.ts'
import { serverSecret } from '../../../server/platform/security/secret.ts'
import { schoolWith } from '../../support/databases/seed-school.ts'
import { freePort } from '../../support/network/free-port.ts'
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts'
import { addPupils } from '../../support/databases/add-pupils.ts'
import { untilItAnswers } from './school-server.ts'

export interface SeededClass {
  readonly code: string
  readonly pupils: readonly PupilPictures[]
  /** Keys of cards, by name. */
  readonly keys: Readonly<Record<string, string>>
  /** As the teacher's press does. */
  letIn(): Promise<unknown>
}

export interface ClassServer {
  readonly origin: string
  /** The same database, and who teaches in it. */
  readonly db: Db
  readonly teacher: Staff
  /** Makes another class. @param minutes for which it is open; 0 leaves it shut */
  addClass(name: string, names: readonly string[], minutes?: number): Promise<SeededClass>
  /** Ends the app and starts it again on the same data, as an update does. @param meanwhile while nobody answers */
  restart(meanwhile: () => Promise<void>): Promise<void>
  stop(): Promise<void>
}

export async function startClassServer(): Promise<ClassServer> {
  const folder = temporaryFolder('classes')
  const { db } = await openDatabase(join(folder, 'whos-there.sqlite'))
  const secret = await serverSecret(db)
  const { staff: teacher } = await schoolWith(db, { pupils: 0 })
  const port = await freePort()
  const { DATABASE_URL: _, ...env } = process.env
  const origin = `http://localhost:${port}`
  async function start() {
    const app = spawn(process.execPath, ['.output/server/index.mjs'], {
      env: { ...env, PORT: String(port), DATA_DIR: folder },
      stdio: 'ignore',
    })
    await untilItAnswers(origin, app)
    return app
  }
  let server = await start()
  async function end() {
    const ended = once(server, 'exit')
    server.kill()
    await ended
  }

  return {
    origin,
    db,
    teacher,
    async addClass(name, names, minutes = 60) {
      const { id } = await makeClass(db, teacher, name, new Date(), { again: true })
      const pupils = await addPupils(db, teacher, secret, id, names)
      const cards = await makeCards(db, teacher, id, pupils.map(pupil => pupil.id))
      if (minutes > 0) await openClass(db, teacher, id, minutes, 'here')
      return {
        code: (await readClass(db, teacher, id)).code,
        pupils,
        keys: Object.fromEntries(cards.map(card => [card.name, card.key])),
        letIn: () => letClassIn(db, teacher, id, 'here'),
      }
    },
    async restart(meanwhile) {
      await end()
      await meanwhile()
      server = await start()
    },
    async stop() {
      await end()
      await db.destroy()
      removeFolder(folder)
    },
  }
}

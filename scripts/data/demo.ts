/** `npm run demo`: a school with invented people, in a folder of its own that is removed when it stops, to look around in. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { folderSource } from '../../server/content/sources/folder-source.ts'
import { readLibrary } from '../../server/content/library/library.ts'
import { openDatabase } from '../../server/platform/database/client.ts'
import { variableNames } from '../../server/platform/settings.ts'
import { newToken } from '../../server/platform/security/tokens.ts'
import { readArguments } from '../setup/arguments.mjs'
import { seedDemo } from './demo/seed.ts'
import { serve } from '../setup/serve.mjs'

/** What a demo may be told. All else belongs to a real school's server, and a demo must not use it: its database, its mail, its sign-in. */
const ofDemos: readonly string[] = ['PORT', 'HOST', 'NUXT_APP_BASE_URL', 'NUXT_PUBLIC_LEAVE_URL', 'NITRO_SHUTDOWN_TIMEOUT']
const ofRealSchools = Object.fromEntries(variableNames.filter(name => !ofDemos.includes(name)).map(name => [name, undefined]))

readArguments('demo')
if (process.env.DATABASE_URL) {
  console.error(
    'DATABASE_URL is set, so this looks like a real school\'s server. The demo makes a database of its own and runs only without it: env -u DATABASE_URL npm run demo',
  )
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'whos-there-demo-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const library = await readLibrary(folderSource(fileURLToPath(new URL('../../content', import.meta.url))))
const secret = newToken() + newToken()
const { db } = await openDatabase(join(folder, 'whos-there.sqlite'))
const { admin, teacher, code, pupil } = await seedDemo({ db, library, secret, now: new Date() })
await db.destroy()

serve((address) => {
  console.log(`
A school to look around in. All its people are invented.

  A pupil       ${address}/join
                code ${code}, then ${pupil.name}, then ${pupil.pictures.join(', ')}: one lesson begun, one new
  A teacher     ${address}/teach/sign-in
                ${teacher.email}   ${teacher.password}
  An admin      ${address}/teach/sign-in
                ${admin.email}     ${admin.password}
  An LMS admin  ${address}/export
  A parent      ${address}/parents

Stop it with Ctrl+C. Everything in it is deleted then.`)
}, { ...ofRealSchools, DATA_DIR: folder, AUTH_SECRET: secret })

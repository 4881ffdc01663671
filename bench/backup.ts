/**
 * `node bench/backup.ts [rows]`: a backup and its restore with so many rows in the database (a million unless said; a school's
 * records have the most), by the commands that schools use, on each database that this machine has, while the app answers. Needs
 * a build.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { DEFAULT_LANGUAGE } from '#shared/text/languages'
import type { Db } from '../server/platform/database/client.ts'
import { newId } from '../server/platform/security/tokens.ts'
import { schoolWith } from '../tests/support/databases/seed-school.ts'
import { removeFolder, temporaryFolder } from '../tests/support/temporary-folder.ts'
import { inDatabase, startApp, stores } from './running-app.ts'

const ROWS = Number(process.argv[2] ?? 1_000_000)
/** Rows of the records for each pupil and attempt. */
const OF_A_PUPIL = 500

/** A school whose staff have done so many things. */
async function fill(db: Db) {
  const pupils = Math.ceil(ROWS / OF_A_PUPIL)
  const { schoolId, classId } = await schoolWith(db, { pupils: 0 })
  await db
    .insertInto('assignment')
    .values({
      id: 'bench',
      school_id: schoolId,
      class_id: classId,
      lesson_id: 'l',
      place: 0,
      kind: 'lesson',
      opens_on: '2026-01-01',
      due_on: null,
      created_at: '',
      closed_at: null,
    })
    .execute()
  for (let pupil = 0; pupil < pupils; pupil++) {
    await db.transaction().execute(async (all) => {
      const id = newId()
      await all
        .insertInto('pupil')
        .values({ id, school_id: schoolId, class_id: classId, name: 'P', pictures_hash: '', key_hash: newId(), created_at: '' })
        .execute()
      await all
        .insertInto('attempt')
        .values({
          id,
          school_id: schoolId,
          assignment_id: 'bench',
          pupil_id: id,
          lesson_version: 1,
          state: '',
          status: 'started',
          points: null,
          max: null,
          changes: 1,
        })
        .execute()
      const at = new Date().toISOString()
      await all
        .insertInto('audit')
        .values(
          Array.from({ length: OF_A_PUPIL }, () => ({
            id: newId(),
            school_id: schoolId,
            at,
            staff_id: newId(),
            action: 'assignment.close',
            subject: newId(),
          })),
        )
        .execute()
    })
  }
}

/** @returns seconds, and the most memory in MB (VmHWM of proc_pid_status(5)) */
async function run(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ seconds: number, memory: number }> {
  const started = performance.now()
  const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] })
  let memory = 0
  const timer = setInterval(() => {
    try {
      memory = Math.max(memory, Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1000)
    }
    catch {
      // It has just ended.
    }
  }, 100)
  const [code] = (await once(child, 'exit')) as [number]
  clearInterval(timer)
  if (code !== 0) throw new Error(`${script} ended with ${code}`)
  return { seconds: (performance.now() - started) / 1000, memory: Math.round(memory) }
}

const folder = temporaryFolder('bench-backup')
const path = join(folder, 'backup.jsonl.gz')
for (const store of await stores()) {
  await inDatabase(store, fill)
  const app = await startApp(store)
  const times: number[] = []
  let isOver = false
  const asking = (async () => {
    while (!isOver) {
      const started = performance.now()
      await fetch(`${app.address}/api/health`)
      times.push(performance.now() - started)
      await wait(20)
    }
  })()
  const backup = await run('scripts/backup.ts', [path, '--yes'], store.env)
  isOver = true
  await asking
  await app.stop()
  const restored = await run('scripts/restore.ts', [path, '--yes'], store.env)
  const p99 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN
  console.log(
    `${store.name}, ${ROWS.toLocaleString(DEFAULT_LANGUAGE.tag)} rows: backup ${backup.seconds.toFixed(1)} s and ${backup.memory} MB of memory, ${(statSync(path).size / 1e6).toFixed(0)} MB long; `
    + `health meanwhile p99 ${p99.toFixed(0)} ms of ${times.length}; restore ${restored.seconds.toFixed(1)} s and ${restored.memory} MB`,
  )
  await store.remove()
}
removeFolder(folder)

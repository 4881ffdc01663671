/** A disk that is really full: a small one in memory, where this machine lets us have one; else a database that may not grow. */
import { spawnSync } from 'node:child_process'
import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { sql } from 'kysely'
import { fixtureLesson } from '../../../tests/support/lessons/fixture-lesson'
import { freshDatabase, seededSchool } from '../../../tests/support/databases/databases'
import { removeFolder, temporaryFolder } from '../../../tests/support/temporary-folder'
import { troubleOf } from '../failure'
import { assign, assignmentsOf, today, withdraw } from '../../assignments/assignments'
import { takeEvents } from '../../assignments/attempts'
import { deleteClass, eraseDeleted } from '../../classes/class-deletion'
import { openDatabase, type Db } from './client'
import { erasePupil } from '../../classes/pupils'
import { fileReserve, keepReserve, leaveReserve, reserveOf, withReserve } from './reserve'
import { closeForGood } from '../../../tests/support/databases/closed'

const MEGABYTE = 1024 * 1024
const lesson = fixtureLesson()

/** @returns a folder on a disk of its own, or undefined where this machine lets nobody have one */
function smallDisk(megabytes: number): string | undefined {
  const folder = temporaryFolder('small-disk')
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
  onTestFinished(() => {
    if (status === 0) spawnSync('umount', ['-l', folder])
    removeFolder(folder)
  })
  return status === 0 ? folder : undefined
}

/** Takes all that is left. */
function fillUp(folder: string) {
  const file = openSync(join(folder, 'somebody-else'), 'a')
  for (const size of [65_536, 4096, 1]) {
    try {
      for (;;) writeSync(file, Buffer.alloc(size, 1))
    }
    catch {
      // Full for this size.
    }
  }
  closeSync(file)
}

async function classAtWork(db: Db, attempts: number) {
  const { staff, classId, schoolId, pupilIds } = await seededSchool(db, { pupils: attempts })
  await assign(db, staff, {
    classId,
    lessonIds: [lesson.id, 'another', 'third'],
    opensOn: today(),
    weekly: false,
    dueAfter: null,
    boosterWeeks: null,
  })
  const assignments = await assignmentsOf(db, staff, classId)
  const [assignment] = assignments
  if (!assignment) throw new Error('some were assigned')
  const pupils = pupilIds.map(id => ({ id, schoolId, classId, name: 'Pupil' }))
  const work = (index: number, id: string) =>
    takeEvents(
      db,
      pupils[index] ?? { id: '', schoolId, classId, name: '' },
      assignment,
      lesson,
      Array.from({ length: 200 }, (_, move) => ({ id: `${id}-${move}`, change: { kind: 'arrived' as const, screen: 'quiz' } })),
    )
  for (const index of pupils.keys()) await work(index, 'first')
  return { staff, classId, pupils, assignment, assignments, work }
}

const noRoom = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => troubleOf(error))

describe('with a full disk', () => {
  it('closing, withdrawing and erasing go on, pupils\' work waits, and the reserve is there again', async ({ skip }) => {
    const folder = smallDisk(12)
    if (folder === undefined) return skip('this machine lets nobody mount a disk')
    const { db } = await openDatabase(join(folder, 'whos-there.sqlite'))
    onTestFinished(() => db.destroy())
    const { staff, classId, pupils, assignment, assignments, work } = await classAtWork(db, 30)
    const reserve = fileReserve(folder, 3 * MEGABYTE)
    await keepReserve(db, reserve)
    expect(await reserveOf(db)).toEqual({ size: 3 * MEGABYTE, of: 3 * MEGABYTE })
    await sql`pragma wal_checkpoint(truncate)`.execute(db)
    fillUp(folder)

    expect(await noRoom(work(0, 'later'))).toBe('no-room')
    expect(await noRoom(erasePupil(db, staff, pupils[0]?.id ?? ''))).toBe('no-room')
    await withReserve(db, () => erasePupil(db, staff, pupils[0]?.id ?? ''))
    expect(await db.selectFrom('pupil').select('id').where('class_id', '=', classId).execute()).toHaveLength(29)
    fillUp(folder)
    await withReserve(db, () => closeForGood(db, staff, assignment.id, lesson))
    fillUp(folder)
    await withReserve(db, () => withdraw(db, staff, assignments[1]?.id ?? ''))
    fillUp(folder)
    // Two at once have it one after the other.
    await Promise.all([
      withReserve(db, () => withdraw(db, staff, assignments[2]?.id ?? '')),
      withReserve(db, () => erasePupil(db, staff, pupils[1]?.id ?? '')),
    ])
    fillUp(folder)
    expect((await reserveOf(db))?.size).toBeGreaterThan(2 * MEGABYTE)
    await withReserve(db, () => deleteClass(db, staff, classId, new Date(0)))
    await withReserve(db, () => eraseDeleted(db))
    expect(await db.selectFrom('attempt').select('id').execute()).toEqual([])

    // Room again: everything goes on, and what is missing is kept anew.
    rmSync(join(folder, 'somebody-else'))
    await keepReserve(db, reserve)
    expect(await reserveOf(db)).toEqual({ size: 3 * MEGABYTE, of: 3 * MEGABYTE })
    await classAtWork(db, 2)
  })

  it('is not helped by somebody who may wait: what pupils send does not take the room that is given up', async () => {
    const { db } = await freshDatabase('sqlite')
    const { staff, pupils, work } = await classAtWork(db, 3)
    let isReleased = false
    await keepReserve(db, {
      release: async () => void (isReleased = true),
      fill: async () => void (isReleased = false),
      held: async () => ({ size: 1, of: 1 }),
    })
    let tries = 0
    await withReserve(db, async () => {
      tries += 1
      if (!isReleased) throw Object.assign(new Error('database or disk is full'), { errcode: 13 })
      expect(() => leaveReserve(db)).toThrow()
      expect(await noRoom(work(2, 'meanwhile'))).toBe('no-room')
      return erasePupil(db, staff, pupils[0]?.id ?? '')
    })
    expect([tries, isReleased]).toEqual([2, false])
    await work(2, 'meanwhile')
    // Anything else that goes wrong is nobody's to retry.
    await expect(withReserve(db, () => Promise.reject(new Error('other')))).rejects.toThrow('other')
  })
})

describe('the reserve', () => {
  const folders: string[] = []
  afterEach(() => folders.splice(0).forEach(removeFolder))

  it('is a file that nobody else on the machine reads, and is filled where as much again is left', async () => {
    const folder = temporaryFolder('reserve')
    folders.push(folder)
    const reserve = fileReserve(folder, MEGABYTE + 5)
    await reserve.fill(0)
    expect(await reserve.held()).toEqual({ size: MEGABYTE + 5, of: MEGABYTE + 5 })
    expect(statSync(join(folder, 'reserve')).mode & 0o777).toBe(0o600)
    await reserve.release()
    expect(await reserve.held()).toEqual({ size: 0, of: MEGABYTE + 5 })
    await reserve.fill(Number.POSITIVE_INFINITY)
    expect((await reserve.held()).size).toBe(0)
  })
})

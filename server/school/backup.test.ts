import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Kysely } from 'kysely'
import { emptyDatabase, engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { backUp, restore, tables } from './backup'
import { eraseClass } from '../classes/class-deletion'
import { openDatabase, type Db } from '../platform/database/client'
import { keepErasures, readErasures } from './erasures'
import { steps } from '../platform/database/migrate'
import { erasePupil } from '../classes/pupils'
import { removeFolder, temporaryFolder } from '../../tests/support/temporary-folder'

let folder = ''
beforeEach(() => {
  folder = temporaryFolder('backup')
})
afterEach(() => removeFolder(folder))

const everything = async (db: Db) =>
  Object.fromEntries(
    await Promise.all(
      tables.map(async table => [
        table,
        (
          await db
            .selectFrom(table as 'class')
            .selectAll()
            .execute()
        )
          .map(row => JSON.stringify(row))
          .sort(),
      ]),
    ),
  )

describe.each(engines)('a backup on %s', (engine) => {
  it('holds every table there is but the server\'s notes on itself', async () => {
    const { db } = await freshDatabase(engine)
    const there = (await db.introspection.getTables())
      .map(({ name }) => name)
      .filter(name => !name.startsWith('kysely_') && !['upkeep', 'happening', 'clock', 'deletion'].includes(name))
    expect(there.sort()).toEqual([...tables].sort())
  })

  it('brings everything back, and erases again what was erased since', async () => {
    const opened = await freshDatabase(engine)
    const { schoolId, classId, pupilIds } = await seededSchool(opened.db)
    const before = await everything(opened.db)
    const path = join(folder, 'backup.gz')
    await backUp(opened, path)
    await opened.db.deleteFrom('class').where('id', '=', classId).execute()
    await restore(opened, path)
    expect(await everything(opened.db)).toEqual(before)

    const [gone = ''] = pupilIds
    await opened.db
      .insertInto('erasure')
      .values({ subject_id: gone, school_id: schoolId, kind: 'pupil', at: new Date().toISOString() })
      .execute()
    await opened.db.deleteFrom('pupil').where('id', '=', gone).execute()
    expect(await restore(opened, path)).toMatchObject({ erasedAgain: 1 })
    expect((await opened.db.selectFrom('pupil').select('id').execute()).map(({ id }) => id).sort()).toEqual(pupilIds.slice(1).sort())
    expect(await opened.db.selectFrom('erasure').select('subject_id').execute()).toEqual([{ subject_id: gone }])
  })

  it('is cleared again of what was erased since, also where the database itself was lost, by the list outside it', async () => {
    const lost = await freshDatabase(engine)
    const { staff, classId, pupilIds: [gone = '', first = ''] } = await seededSchool(lost.db)
    const [path, list] = [join(folder, 'backup.gz'), join(folder, 'erasures.jsonl')]
    await backUp(lost, path)
    await erasePupil(lost.db, staff, gone)
    await keepErasures(lost.db, list)
    expect(readFileSync(list, 'utf8')).not.toMatch(/Pupil|T\. Teacher/)

    // The app was started beside the list before anybody restored: that empties nothing.
    const opened = await freshDatabase(engine)
    await keepErasures(opened.db, list)
    expect(await restore(opened, path, list)).toMatchObject({ erasedAgain: 1 })
    expect((await opened.db.selectFrom('pupil').select('id').execute()).map(({ id }) => id)).not.toContain(gone)

    await eraseClass(opened.db, { id: classId, school_id: staff.schoolId }, new Date().toISOString())
    await keepErasures(opened.db, list)
    expect((await readErasures(list)).map(({ subject_id: id }) => id)).toEqual(expect.arrayContaining([gone, classId, first]))
  })

  it('is not put back while the list of erasures is damaged, and the list is not written over', async () => {
    const opened = await freshDatabase(engine)
    const { staff, pupilIds: [gone = ''] } = await seededSchool(opened.db)
    const [path, list] = [join(folder, 'backup.gz'), join(folder, 'erasures.jsonl')]
    await backUp(opened, path)
    await erasePupil(opened.db, staff, gone)
    const before = await everything(opened.db)
    writeFileSync(list, '{"subject_id":"cut o')
    await expect(restore(opened, path, list)).rejects.toThrow(/damaged in line 1/)
    await expect(keepErasures(opened.db, list)).rejects.toThrow(/damaged/)
    expect(await everything(opened.db)).toEqual(before)
    expect(readFileSync(list, 'utf8')).toBe('{"subject_id":"cut o')
  })

  it('goes to the other database too', async () => {
    const from = await freshDatabase('sqlite')
    const to = await freshDatabase(engine)
    const { pupilIds } = await seededSchool(from.db)
    const path = join(folder, 'backup.gz')
    await backUp(from, path)
    await restore(to, path)
    expect((await to.db.selectFrom('pupil').select('id').execute()).map(({ id }) => id).sort()).toEqual([...pupilIds].sort())
  })

  it('goes to the other database and back, with yes and no, moments and what is empty as they were', async () => {
    const from = await freshDatabase(engine)
    const { staffId } = await seededSchool(from.db)
    const auth = from.db as unknown as Kysely<Record<string, Record<string, unknown>>>
    const isYes = engine === 'postgres' ? true : 1
    await auth
      .insertInto('staff_two_factor')
      .values({
        id: 'two',
        user_id: staffId,
        secret: 'a "quoted" ü',
        backup_codes: '["1"]',
        verified: isYes,
        locked_until: '2026-11-25T12:00:00.123Z',
      })
      .execute()
    const path = join(folder, 'backup.gz')
    const before = await everything(from.db)
    for (const other of engines) {
      const to = await freshDatabase(other)
      await backUp(from, path)
      await restore(to, path)
      await backUp(to, path)
      await restore(from, path)
      expect(await everything(from.db), other).toEqual(before)
    }
  })

  it('holds a large school whole, as it was at one moment, while others write', async () => {
    const opened = await openDatabase(await emptyDatabase(engine))
    const { db } = opened
    const { schoolId } = await seededSchool(db)
    const add = (from: number, count: number) =>
      db
        .insertInto('audit')
        .values(
          Array.from({ length: count }, (_, index) => ({
            id: `${from + index}`,
            school_id: schoolId,
            at: '',
            staff_id: null,
            action: 'x'.repeat(200),
            subject: '',
          })),
        )
        .execute()
    for (let from = 0; from < 9_000; from += 1_000) await add(from, 1_000)
    const path = join(folder, 'backup.gz')
    let isOver = false
    let written = 0
    // Each of these would wait for ever where a backup held the one connection.
    const writing = (async () => {
      while (!isOver) {
        await add(10_000 + written++, 1)
        await new Promise(resolve => setImmediate(resolve))
      }
    })()
    await backUp(opened, path)
    isOver = true
    await writing
    expect(written).toBeGreaterThan(1)
    await restore(opened, path)
    const { count } = await db.selectFrom('audit').select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow()
    expect(Number(count)).toBeGreaterThanOrEqual(9_000)
    expect(Number(count)).toBeLessThanOrEqual(9_000 + written)
    await db.destroy()
  })

  it('of tables that are older than the release leaves them as they are, and one of nothing is none', async () => {
    const address = await emptyDatabase(engine)
    const path = join(folder, 'backup.gz')
    const empty = await openDatabase(address, null)
    await expect(backUp(empty, path)).rejects.toThrow('no school\'s data here')
    await empty.db.destroy()
    const older = Object.fromEntries(Object.entries(steps).slice(0, 2))
    await (await openDatabase(address, older)).db.destroy()
    const asItIs = await openDatabase(address, null)
    await backUp(asItIs, path)
    expect((await asItIs.db.introspection.getTables()).map(({ name }) => name)).not.toContain('upkeep')
    await asItIs.db.destroy()
    await expect(restore(await freshDatabase(engine), path)).rejects.toThrow('older release')
    const newer = await openDatabase(await emptyDatabase(engine), {
      ...steps,
      '9999-newer': async db => db.schema.createTable('newer').addColumn('id', 'text').execute(),
    })
    await expect(backUp(newer, path)).rejects.toThrow('newer release')
    await newer.db.destroy()
    expect(readdirSync(folder)).toEqual(['backup.gz'])
  })

  it('that is damaged, cut, of another release or no backup is refused with a sentence, and changes nothing', async () => {
    const opened = await freshDatabase(engine)
    await seededSchool(opened.db)
    const before = await everything(opened.db)
    const path = join(folder, 'backup.gz')
    await backUp(opened, path)
    const bytes = readFileSync(path)
    const text = gunzipSync(bytes).toString()
    const lines = text.trimEnd().split('\n')
    const [last = ''] = lines.slice(-1)
    const packed = (...parts: string[]) => gzipSync(`${parts.join('\n')}\n`)
    const pupil = lines.findIndex(line => line.startsWith('{"table":"pupil"'))
    const broken: Record<string, readonly [Buffer, RegExp]> = {
      empty: [Buffer.from(''), /is empty/],
      cut: [bytes.subarray(0, bytes.length - 40), /breaks off/],
      'cut in the middle': [bytes.subarray(0, bytes.length / 2), /breaks off|no backup/],
      'a byte is another': [
        Buffer.from(bytes.map((byte, index) => (index === Math.floor(bytes.length / 2) ? byte ^ 255 : byte))),
        /damaged/,
      ],
      'cut between two lines': [packed(...lines.slice(0, -1)), /breaks off after line/],
      'a line is missing': [packed(...lines.slice(0, pupil), ...lines.slice(pupil + 1)), /should hold \d+ rows/],
      'a class is missing that pupils point to': [
        packed(...lines.slice(0, -1).filter(line => !line.startsWith('{"table":"class"')), last.replace(/\d+/, String(lines.length - 3))),
        /does not fit/,
      ],
      'more after its end': [packed(...lines, lines[1] ?? ''), /after its end/],
      'no backup': [Buffer.from('hello'), /no backup/],
      'a picture': [gzipSync(Buffer.from([137, 80, 78, 71, 0, 1, 2, 255])), /no backup/],
      'something else in JSON': [packed('{"format":"other"}'), /no backup/],
      'another release': [gzipSync(text.replace('0001-school', '0002-other')), /another release/],
      'a newer release': [gzipSync(text.replace('"],"madeAt"', '","9999-newer"],"madeAt"')), /newer release/],
      'a wrong row': [packed(...lines.slice(0, -1), '{"table":"pupil","row":{"id":{}}}', last), /damaged in line/],
      'a row with other fields': [packed(...lines.slice(0, -1), '{"table":"pupil","row":{"id":"a"}}', last), /other fields/],
      'an unknown table': [packed(...lines.slice(0, -1), '{"table":"sqlite_master","row":{}}', last), /names a table "sqlite_master"/],
      'a line without an end': [gzipSync(`${lines[0]}\n${'x'.repeat(9_000_000)}`), /has no end/],
    }
    for (const [name, [content, sentence]] of Object.entries(broken)) {
      writeFileSync(path, content)
      const said = await restore(opened, path).then(() => 'restored', (error: Error) => error.message)
      expect(said, name).toMatch(sentence)
      expect(said, name).toMatch(/Nothing was changed\.$/)
      expect(await everything(opened.db), name).toEqual(before)
    }
  })
})

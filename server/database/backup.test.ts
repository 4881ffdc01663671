import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases'
import { backUp, restore, tables } from './backup'
import { deleteClass } from './classes'
import type { Db } from './client'
import { keepErasures, readErasures } from './erasures'
import { erasePupil } from './pupils'
import { removeFolder, temporaryFolder } from '../../tests/support/temporary-folder'

let folder = ''
beforeEach(() => {
  folder = temporaryFolder('backup')
})
afterEach(() => removeFolder(folder))

const everything = async (db: Db) => Object.fromEntries(await Promise.all(tables.map(async table => [table, (await db.selectFrom(table as 'class').selectAll().execute()).map(row => JSON.stringify(row)).sort()])))

describe.each(engines)('a backup on %s', (engine) => {
  it('holds every table there is but the server\'s notes on itself', async () => {
    const { db } = await freshDatabase(engine)
    const there = (await db.introspection.getTables()).map(({ name }) => name).filter(name => !name.startsWith('kysely_') && !['upkeep', 'happening', 'clock', 'deletion'].includes(name))
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
    await opened.db.insertInto('erasure').values({ subject_id: gone, school_id: schoolId, kind: 'pupil', at: new Date().toISOString() }).execute()
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

    await deleteClass(opened.db, staff, classId, '5B')
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

  it('that is damaged, cut, of another release or no backup changes nothing', async () => {
    const opened = await freshDatabase(engine)
    await seededSchool(opened.db)
    const before = await everything(opened.db)
    const path = join(folder, 'backup.gz')
    await backUp(opened, path)
    const bytes = readFileSync(path)
    const text = gunzipSync(bytes).toString()
    const broken: Record<string, Buffer> = {
      cut: bytes.subarray(0, bytes.length - 40),
      'no backup': Buffer.from('hello'),
      'another release': gzipSync(text.replace('0001-school', '0002-other')),
      'a wrong row': gzipSync(`${text}{"table":"pupil","row":{"id":{}}}\n`),
      'an unknown table': gzipSync(`${text}{"table":"sqlite_master","row":{}}\n`),
    }
    for (const [name, content] of Object.entries(broken)) {
      writeFileSync(path, content)
      await expect(restore(opened, path), name).rejects.toThrow()
      expect(await everything(opened.db), name).toEqual(before)
    }
  })
})

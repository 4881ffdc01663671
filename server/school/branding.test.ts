import { describe, expect, it } from 'vitest'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { backUp, restore } from './backup'
import { brandOf, changeLogo, logoOf } from './branding'
import { answers, sizeOf } from '../platform/database/client'
import { lastUpkeep, noteUpkeep } from './upkeep'
import { join } from 'node:path'
import { removeFolder, temporaryFolder } from '../../tests/support/temporary-folder'

const png = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const other = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII='

describe.each(engines)('a school\'s logo on %s', (engine) => {
  it('has an address of its own for every picture, and none where there is none', async () => {
    const { db } = await freshDatabase(engine)
    const { schoolId, staff } = await seededSchool(db)
    const neighbour = await seededSchool(db)
    expect(await brandOf(db, schoolId)).toEqual({ name: 'Oakfield', logo: null })
    await changeLogo(db, staff, png)
    const first = await brandOf(db, schoolId)
    await changeLogo(db, staff, other)
    const second = await brandOf(db, schoolId)
    expect(first.logo).toContain(schoolId)
    expect(second.logo).not.toBe(first.logo)
    expect(await logoOf(db, schoolId)).toBe(other)
    expect(await logoOf(db, neighbour.schoolId)).toBeNull()
    await expect(changeLogo(db, staff, 'data:image/png;base64,iVBORw0KGgo=')).rejects.toMatchObject({ kind: 'invalid' })
    expect(await logoOf(db, schoolId)).toBe(other)
    await changeLogo(db, staff, null)
    expect(await brandOf(db, schoolId)).toEqual({ name: 'Oakfield', logo: null })
    expect((await db.selectFrom('audit').select('action').where('school_id', '=', schoolId).execute()).map(({ action }) => action)).toEqual(
      ['school.logo', 'school.logo', 'school.logo'],
    )
  })
})

describe.each(engines)('looking after the data on %s', (engine) => {
  it('is remembered by task, the last time of each', async () => {
    const { db } = await freshDatabase(engine)
    expect(await lastUpkeep(db)).toEqual({})
    await noteUpkeep(db, 'deletion', new Date('2026-11-24T08:00:00Z'))
    await noteUpkeep(db, 'deletion', new Date('2026-11-25T08:00:00Z'))
    expect(await lastUpkeep(db)).toEqual({ deletion: '2026-11-25T08:00:00.000Z' })
  })

  it('notes a backup when it is whole, and a restore beside it', async () => {
    const opened = await freshDatabase(engine)
    const folder = temporaryFolder('upkeep')
    await expect(backUp(opened, join(folder, 'missing', 'file.gz'))).rejects.toThrow()
    expect(await lastUpkeep(opened.db)).toEqual({})
    await backUp(opened, join(folder, 'file.gz'))
    expect(Object.keys(await lastUpkeep(opened.db))).toEqual(['backup'])
    await restore(opened, join(folder, 'file.gz'))
    expect(Object.keys(await lastUpkeep(opened.db))).toEqual(['backup', 'restore'])
    removeFolder(folder)
  })

  it('knows how large the database is, and whether it answers', async () => {
    const opened = await freshDatabase(engine)
    expect(await sizeOf(opened)).toBeGreaterThan(10_000)
    expect(await answers(opened.db)).toBe(true)
  })
})

it('tells that a database which has gone does not answer', async () => {
  const { db } = await freshDatabase('sqlite')
  await db.destroy()
  expect(await answers(db)).toBe(false)
})

import { DatabaseSync } from 'node:sqlite'
import { expect, it, onTestFinished } from 'vitest'
import { emptyDatabase, seededSchool } from '../../../tests/support/databases/databases'
import { openDatabase } from './client'
import { inOneCommit } from './group-commit'

it('makes nobody wait but whoever writes, while another process holds the file, and loses nothing', async () => {
  const path = await emptyDatabase('sqlite')
  const { db } = await openDatabase(path)
  const { schoolId } = await seededSchool(db)
  const other = new DatabaseSync(path)
  onTestFinished(async () => {
    other.close()
    await db.destroy()
  })
  other.exec('begin immediate')
  const done: string[] = []
  const withOthers = inOneCommit(async (all, months: readonly number[]) => {
    for (const keep_months of months) await all.updateTable('school').set({ keep_months }).execute()
    return months
  })
  const rename = (name: string) => db.updateTable('school').set({ name }).where('id', '=', schoolId).execute().then(() => done.push(name))
  const writing = [
    rename('alone'),
    db
      .transaction()
      .execute(all => all.updateTable('school').set({ year_ends: '08-31' }).execute())
      .then(() => done.push('in a transaction')),
    withOthers(db, 2).then(() => done.push('with others')),
  ]
  // The process goes on meanwhile: the clock ticks, and readers read.
  await new Promise(resolve => setTimeout(resolve, 100))
  expect(await db.selectFrom('school').select('name').executeTakeFirstOrThrow()).toEqual({ name: 'Oakfield' })
  expect(done).toEqual([])
  other.exec('commit')
  await Promise.all(writing)
  expect(done.sort()).toEqual(['alone', 'in a transaction', 'with others'])
  expect(await db.selectFrom('school').select(['name', 'year_ends', 'keep_months']).executeTakeFirstOrThrow()).toEqual({
    name: 'alone',
    year_ends: '08-31',
    keep_months: 2,
  })
})

it('takes no address of another kind of database for the name of a file', async () => {
  await expect(openDatabase('mysql://school@localhost/lessons')).rejects.toThrow('DATABASE_URL is no address of a PostgreSQL')
})

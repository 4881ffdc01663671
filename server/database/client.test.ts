import { expect, it } from 'vitest'
import { openDatabase } from './client'

it('takes no address of another kind of database for the name of a file', async () => {
  await expect(openDatabase('mysql://school@localhost/lessons')).rejects.toThrow('DATABASE_URL is no address of a PostgreSQL')
})

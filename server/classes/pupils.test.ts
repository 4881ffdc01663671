import { describe, expect, it } from 'vitest'
import { loginPictures } from '#shared/people/login-pictures'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { hashOf } from '../platform/security/tokens'
import { makeClass, readClass, type Viewer } from './classes'
import { erasePupil, makeCards, picturesHash, renamePupil, resetPictures } from './pupils'
import { movePupil } from '../assignments/move-pupil'
import { addPupils } from '../../tests/support/databases/add-pupils'

const SECRET = 's'.repeat(40)

describe.each(engines)('pupils on %s', (engine) => {
  async function school(pupils = 3) {
    const { db } = await freshDatabase(engine)
    const seeded = await seededSchool(db, { pupils })
    const teacher: Viewer = seeded.staff
    const names = async (classId = seeded.classId) => (await readClass(db, teacher, classId)).pupils.map(({ name }) => name)
    return { db, ...seeded, teacher, names }
  }

  it('are added with three different pictures each, told once and kept as a hash that only this server makes', async () => {
    const { db, teacher, classId } = await school(0)
    const made = await addPupils(db, teacher, SECRET, classId, ['Zoë', ' Ali '])
    expect(made.map(({ name }) => name)).toEqual(['Ali', 'Zoë'])
    for (const { id, pictures } of made) {
      expect(new Set(pictures).size).toBe(3)
      expect(pictures.every(picture => loginPictures.includes(picture))).toBe(true)
      const row = await db.selectFrom('pupil').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      expect(row.pictures_hash).toBe(picturesHash(SECRET, id, pictures))
      expect(row.pictures_hash).not.toBe(picturesHash('another'.repeat(8), id, pictures))
      // All three in a row: one alone, such as "car", can stand in a hash by chance.
      expect(JSON.stringify(Object.values(row))).not.toMatch(new RegExp(pictures.join('.*')))
    }
  })

  it.each([
    ['a name that the class has', ['Ali', 'pupil 1']],
    ['the same name twice', ['Ali', 'ALI']],
    ['an empty one', ['Ali', ' ']],
    ['an address', ['Ali', 'sam@school.example']],
  ])('are added all or not at all: %s', async (_, list) => {
    const { db, teacher, classId, names } = await school()
    await expect(addPupils(db, teacher, SECRET, classId, list)).rejects.toMatchObject({ kind: 'invalid', details: { row: 1 } })
    expect(await names()).toEqual(['Pupil 1', 'Pupil 2', 'Pupil 3'])
  })

  it('are at most 200 in a class, also when two lists come at once', async () => {
    const { db, teacher, classId, names } = await school()
    const list = (letter: string) => Array.from({ length: 120 }, (_, index) => `${letter}${index}`)
    const outcomes = await Promise.allSettled([
      addPupils(db, teacher, SECRET, classId, list('a')),
      addPupils(db, teacher, SECRET, classId, list('b')),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await names()).toHaveLength(123)
  })

  it('get new pictures: the old ones stop working, and the pupil is signed out', async () => {
    const { db, teacher, classId, schoolId } = await school(0)
    const [pupil] = await addPupils(db, teacher, SECRET, classId, ['Ali'])
    const id = pupil?.id ?? ''
    await db
      .insertInto('pupil_session')
      .values({ token_hash: 'x', school_id: schoolId, pupil_id: id, used_at: new Date().toISOString() })
      .execute()
    const [reset] = await resetPictures(db, teacher, SECRET, classId, [id])
    const { pictures_hash: kept } = await db.selectFrom('pupil').select('pictures_hash').executeTakeFirstOrThrow()
    expect(kept).toBe(picturesHash(SECRET, id, reset?.pictures ?? []))
    expect(await db.selectFrom('pupil_session').select('ended').execute()).toEqual([{ ended: 'before-reset' }])
  })

  it('get cards: the key is kept as a hash, and an earlier card stops working', async () => {
    const { db, teacher, classId, pupilIds } = await school(1)
    const [first] = await makeCards(db, teacher, classId, pupilIds)
    const [second] = await makeCards(db, teacher, classId, pupilIds)
    const kept = await db.selectFrom('pupil').select(['key_hash', 'card_made_on']).executeTakeFirstOrThrow()
    expect(kept.key_hash).toBe(hashOf(second?.key ?? ''))
    expect(kept.key_hash).not.toBe(hashOf(first?.key ?? ''))
    expect(kept.card_made_on).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect((await readClass(db, teacher, classId)).pupils).toMatchObject([{ hasCard: true }])
  })

  it('are renamed, but not to a name that is taken', async () => {
    const { db, teacher, pupilIds: [first = ''], names } = await school()
    await expect(renamePupil(db, teacher, first, 'pupil 2')).rejects.toMatchObject({
      kind: 'conflict',
      sentence: { key: 'name-in-class-suggestion', values: { name: 'pupil B' } },
    })
    await renamePupil(db, teacher, first, 'PUPIL 1')
    await renamePupil(db, teacher, first, ' Zoë ')
    expect(await names()).toEqual(['Pupil 2', 'Pupil 3', 'Zoë'])
  })

  it('move to another class of theirs with their pictures and card, but not beside somebody of the same name', async () => {
    const { db, teacher, pupilIds: [first = ''], names } = await school()
    const { id: other } = await makeClass(db, teacher, '6A')
    const before = await db.selectFrom('pupil').select(['pictures_hash', 'key_hash']).where('id', '=', first).executeTakeFirst()
    await movePupil(db, teacher, first, other)
    expect(await names(other)).toEqual(['Pupil 1'])
    expect(await db.selectFrom('pupil').select(['pictures_hash', 'key_hash']).where('id', '=', first).executeTakeFirst()).toEqual(before)
    const { id: third } = await makeClass(db, teacher, '6B')
    await addPupils(db, teacher, SECRET, third, ['pupil 1'])
    await expect(movePupil(db, teacher, first, third)).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('do not move into a class of another teacher', async () => {
    const { db, teacher, pupilIds: [first = ''], names } = await school()
    const foreign = await seededSchool(db)
    await expect(movePupil(db, teacher, first, foreign.classId)).rejects.toMatchObject({ kind: 'not-found' })
    expect(await names()).toHaveLength(3)
  })

  it('are erased for good; only the id stays', async () => {
    const { db, teacher, schoolId, pupilIds: [first = ''], names } = await school()
    await erasePupil(db, teacher, first)
    expect(await names()).toEqual(['Pupil 2', 'Pupil 3'])
    expect(await db.selectFrom('erasure').select(['subject_id', 'school_id', 'kind']).execute()).toEqual([
      { subject_id: first, school_id: schoolId, kind: 'pupil' },
    ])
    await expect(erasePupil(db, teacher, first)).rejects.toMatchObject({ kind: 'not-found' })
  })
})

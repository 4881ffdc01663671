import { describe, expect, it } from 'vitest'
import type { LoginPicture } from '#shared/login-pictures'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases'
import { archiveClass, changeCode, openClass, readClass, type Viewer } from './classes'
import { join, namesToPick, placeOf, type Asker } from './joining'
import { addPupils, makeCards, resetPictures } from './pupils'

const SECRET = 's'.repeat(40)
const NOW = new Date('2026-11-02T09:00:00Z')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const reason = (said: string) => ({ data: { reason: said } })

describe.each(engines)('joining on %s', (engine) => {
  async function openSchool({ from = 'elsewhere' } = {}) {
    const { db } = await freshDatabase(engine)
    const seeded = await seededSchool(db, { pupils: 0 })
    const teacher: Viewer = seeded.staff
    const { classId } = seeded
    const [ali, zoe] = await addPupils(db, teacher, SECRET, classId, ['Zoë', 'Ali'])
    if (!ali || !zoe) throw new Error('no pupils')
    const asker: Asker = { db, secret: SECRET, address: '203.0.113.9' }
    const { code } = await changeCode(db, teacher, classId)
    await openClass(db, teacher, classId, 60, placeOf({ secret: SECRET, address: from }), NOW)
    return { db, teacher, classId, ali, zoe, asker, code }
  }
  const wrong = (right: readonly LoginPicture[]): LoginPicture[] => [...right].reverse()

  it('with the code of an open class: its names, then the pupil\'s own pictures', async () => {
    const { asker, code, ali, zoe } = await openSchool()
    expect(await namesToPick(asker, code.toLowerCase().replace('-', ' '), NOW)).toEqual({ className: '5B', pupils: [{ id: ali.id, name: 'Ali' }, { id: zoe.id, name: 'Zoë' }] })
    expect(await join(asker, { classCode: code, pupilId: ali.id, pictures: ali.pictures }, NOW)).toMatchObject({ id: ali.id })
    await expect(join(asker, { classCode: code, pupilId: ali.id, pictures: wrong(ali.pictures) }, NOW)).rejects.toMatchObject(reason('pictures'))
    await expect(join(asker, { classCode: code, pupilId: zoe.id, pictures: ali.pictures }, NOW)).rejects.toMatchObject(reason('pictures'))
  })

  it('with the code alone, once the class is shut: no names, no way in', async () => {
    const { asker, code, ali } = await openSchool()
    await expect(namesToPick(asker, code, later(60))).rejects.toMatchObject(reason('closed'))
    await expect(join(asker, { classCode: code, pupilId: ali.id, pictures: ali.pictures }, later(60))).rejects.toMatchObject(reason('closed'))
  })

  it('with a card: also while the class is shut, and not with an earlier card', async () => {
    const { db, teacher, classId, asker, ali } = await openSchool()
    const [old] = await makeCards(db, teacher, classId, [ali.id])
    const [card] = await makeCards(db, teacher, classId, [ali.id])
    expect(await join(asker, { key: card?.key ?? '', pictures: ali.pictures }, later(600))).toMatchObject({ id: ali.id })
    await expect(join(asker, { key: old?.key ?? '', pictures: ali.pictures }, NOW)).rejects.toMatchObject(reason('card'))
    await expect(join(asker, { key: card?.key ?? '', pictures: wrong(ali.pictures) }, NOW)).rejects.toMatchObject(reason('pictures'))
  })

  it('not into an archived class, by code or by card', async () => {
    const { db, teacher, classId, asker, ali, code } = await openSchool()
    const [card] = await makeCards(db, teacher, classId, [ali.id])
    await archiveClass(db, teacher, classId)
    await expect(namesToPick(asker, code, NOW)).rejects.toMatchObject(reason('code'))
    await expect(join(asker, { key: card?.key ?? '', pictures: ali.pictures }, NOW)).rejects.toMatchObject(reason('card'))
  })

  it('not as a pupil of another class, whatever the code', async () => {
    const { db, asker, code } = await openSchool()
    const other = await seededSchool(db, { pupils: 0 })
    const [pupil] = await addPupils(db, other.staff, SECRET, other.classId, ['Mia'])
    await expect(join(asker, { classCode: code, pupilId: pupil?.id ?? '', pictures: pupil?.pictures ?? [] }, NOW)).rejects.toMatchObject(reason('code'))
  })

  it('ten wrong tries at the pictures, then the teacher: who gives new ones, and all is forgiven', async () => {
    const { db, teacher, classId, asker, code, ali, zoe } = await openSchool()
    const tries = (pictures: readonly LoginPicture[]) => join(asker, { classCode: code, pupilId: ali.id, pictures }, NOW)
    for (let count = 0; count < 10; count++) await expect(tries(wrong(ali.pictures))).rejects.toMatchObject(reason('pictures'))
    await expect(tries(ali.pictures)).rejects.toMatchObject(reason('too-many'))
    expect(await join(asker, { classCode: code, pupilId: zoe.id, pictures: zoe.pictures }, NOW)).toMatchObject({ id: zoe.id })
    const [reset] = await resetPictures(db, teacher, SECRET, classId, [ali.id])
    expect(await tries(reset?.pictures ?? [])).toMatchObject({ id: ali.id })
  })

  it('wrong tries are forgotten after a quarter of an hour, and after a right one', async () => {
    const { asker, code, ali } = await openSchool()
    const tries = (pictures: readonly LoginPicture[], now = NOW) => join(asker, { classCode: code, pupilId: ali.id, pictures }, now)
    for (let count = 0; count < 9; count++) await expect(tries(wrong(ali.pictures))).rejects.toMatchObject(reason('pictures'))
    await tries(ali.pictures)
    for (let count = 0; count < 11; count++) await tries(wrong(ali.pictures)).catch(() => undefined)
    await expect(tries(ali.pictures)).rejects.toMatchObject(reason('too-many'))
    expect(await tries(ali.pictures, later(16))).toMatchObject({ id: ali.id })
  })

  it('thirty wrong codes from one address: no more guessing there; a class that was opened there still gets in', async () => {
    const { db, teacher, classId, asker, code } = await openSchool()
    for (let count = 0; count < 30; count++) await expect(namesToPick(asker, 'BBB-222', NOW)).rejects.toMatchObject(reason('code'))
    await expect(namesToPick(asker, 'BBB-222', NOW)).rejects.toMatchObject(reason('too-many'))
    await expect(namesToPick(asker, code, NOW)).rejects.toMatchObject(reason('too-many'))
    expect(await namesToPick({ ...asker, address: '203.0.113.10' }, code, NOW)).toMatchObject({ className: '5B' })
    await openClass(db, teacher, classId, 60, placeOf(asker), NOW)
    expect(await namesToPick(asker, code, NOW)).toMatchObject({ className: '5B' })
    for (let count = 0; count < 300; count++) await namesToPick(asker, 'BBB-222', NOW).catch(() => undefined)
    await expect(namesToPick(asker, code, NOW)).rejects.toMatchObject(reason('too-many'))
    expect((await readClass(db, teacher, classId, NOW)).openUntil).not.toBeNull()
  })

  it('right codes never count, however many children sit behind one address', async () => {
    const { asker, code, ali } = await openSchool()
    for (let count = 0; count < 60; count++) await namesToPick(asker, code, NOW)
    for (let count = 0; count < 20; count++) await join(asker, { classCode: code, pupilId: ali.id, pictures: ali.pictures }, NOW)
    await expect(namesToPick(asker, 'BBB-222', NOW)).rejects.toMatchObject(reason('code'))
  })

  it('keeps no address', async () => {
    const { db, asker, code } = await openSchool({ from: '203.0.113.9' })
    await namesToPick(asker, 'BBB-222', NOW).catch(() => undefined)
    await namesToPick(asker, code, NOW)
    expect(JSON.stringify([await db.selectFrom('rate_limit').selectAll().execute(), await db.selectFrom('class').selectAll().execute()])).not.toContain('203.0.113')
  })
})

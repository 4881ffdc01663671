import { describe, expect, it } from 'vitest'
import type { LoginPicture } from '#shared/people/login-pictures'
import type { Refusal } from '../platform/refusal'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { keepDevice } from '../platform/security/devices'
import { keepSession } from './pupil-session-rows'
import { archiveClass, changeCode, openClass, readClass, type Viewer } from './classes'
import { doorOf, letClassIn, letPupilIn, troubledClasses } from './letting-in'
import { join, namesToPick, placeOf, type JoinVisitor } from './joining'
import { makeCards, resetPictures } from './pupils'
import { addPupils } from '../../tests/support/databases/add-pupils'

const SECRET = 's'.repeat(40)
const NOW = new Date('2026-11-02T09:00:00Z')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const reason = (said: string) => ({ details: { reason: said } })

describe.each(engines)('joining on %s', (engine) => {
  async function openSchool({ from = 'elsewhere' } = {}) {
    const { db } = await freshDatabase(engine)
    const seeded = await seededSchool(db, { pupils: 0 })
    const teacher: Viewer = seeded.staff
    const { classId } = seeded
    const [ali, zoe] = await addPupils(db, teacher, SECRET, classId, ['Zoë', 'Ali'])
    if (!ali || !zoe) throw new Error('no pupils')
    const visitor: JoinVisitor = { db, secret: SECRET, address: '203.0.113.9' }
    const { code } = await changeCode(db, teacher, classId)
    await openClass(db, teacher, classId, 60, placeOf({ secret: SECRET, address: from }), NOW)
    return { db, teacher, classId, ali, zoe, visitor, code }
  }
  const wrong = (right: readonly LoginPicture[]): LoginPicture[] => [...right].reverse()

  it('with the code of an open class: its names, then the pupil\'s own pictures', async () => {
    const { visitor, code, ali, zoe } = await openSchool()
    expect(await namesToPick(visitor, code.toLowerCase().replace('-', ' '), NOW)).toEqual({
      className: '5B',
      pupils: [
        { id: ali.id, name: 'Ali' },
        { id: zoe.id, name: 'Zoë' },
      ],
    })
    expect(await join(visitor, { classCode: code, pupilId: ali.id, pictures: ali.pictures }, NOW)).toMatchObject({ id: ali.id })
    await expect(join(visitor, { classCode: code, pupilId: ali.id, pictures: wrong(ali.pictures) }, NOW)).rejects.toMatchObject(
      reason('pictures'),
    )
    await expect(join(visitor, { classCode: code, pupilId: zoe.id, pictures: ali.pictures }, NOW)).rejects.toMatchObject(reason('pictures'))
  })

  it('with the code alone, once the class is shut: no names, no way in, and nothing that tells it from a code that nobody has', async () => {
    const { db, visitor, code, ali } = await openSchool()
    const of = async (ask: () => Promise<unknown>) => {
      await db.deleteFrom('rate_limit').execute()
      const { kind, sentence, details } = (await ask().then(
        () => ({}),
        (error: Error) => error,
      )) as Partial<Refusal>
      return { kind, sentence, details, counts: await db.selectFrom('rate_limit').selectAll().execute() }
    }
    const unknown = await of(() => namesToPick(visitor, 'CCCC-2222', later(60)))
    expect(unknown).toMatchObject({ kind: 'not-found', details: { reason: 'code' }, counts: [{}] })
    expect(await of(() => namesToPick(visitor, code, later(60)))).toEqual(unknown)
    expect(await of(() => join(visitor, { classCode: code, pupilId: ali.id, pictures: ali.pictures }, later(60)))).toEqual(unknown)
  })

  it('with a card: also while the class is shut, and not with an earlier card', async () => {
    const { db, teacher, classId, visitor, ali } = await openSchool()
    const [old] = await makeCards(db, teacher, classId, [ali.id])
    const [card] = await makeCards(db, teacher, classId, [ali.id])
    expect(await join(visitor, { key: card?.key ?? '', pictures: ali.pictures }, later(600))).toMatchObject({ id: ali.id })
    await expect(join(visitor, { key: old?.key ?? '', pictures: ali.pictures }, NOW)).rejects.toMatchObject(reason('card'))
    await expect(join(visitor, { key: card?.key ?? '', pictures: wrong(ali.pictures) }, NOW)).rejects.toMatchObject(reason('pictures'))
  })

  it('not into an archived class, by code or by card', async () => {
    const { db, teacher, classId, visitor, ali, code } = await openSchool()
    const [card] = await makeCards(db, teacher, classId, [ali.id])
    await archiveClass(db, teacher, classId)
    await expect(namesToPick(visitor, code, NOW)).rejects.toMatchObject(reason('code'))
    await expect(join(visitor, { key: card?.key ?? '', pictures: ali.pictures }, NOW)).rejects.toMatchObject(reason('card'))
  })

  it('not as a pupil of another class, whatever the code', async () => {
    const { db, visitor, code } = await openSchool()
    const other = await seededSchool(db, { pupils: 0 })
    const [pupil] = await addPupils(db, other.staff, SECRET, other.classId, ['Mia'])
    await expect(join(visitor, { classCode: code, pupilId: pupil?.id ?? '', pictures: pupil?.pictures ?? [] }, NOW)).rejects.toMatchObject(
      reason('code'),
    )
  })

  const attack = async (times: number, tries: () => Promise<unknown>) => {
    const said: Record<string, number> = {}
    for (let count = 0; count < times; count++) {
      const reason = await tries().then(() => 'in', (error: { details?: { reason?: string } }) => error.details?.reason ?? String(error))
      said[reason] = (said[reason] ?? 0) + 1
    }
    return said
  }

  it('ten wrong tries at the pictures on new devices, then one a day; new pictures or a teacher\'s press forgive them', async () => {
    const { db, teacher, classId, visitor, code, ali, zoe } = await openSchool()
    const tries = (pictures: readonly LoginPicture[], now = NOW) => join(visitor, { classCode: code, pupilId: ali.id, pictures }, now)
    await openClass(db, teacher, classId, 8 * 60, placeOf({ secret: SECRET, address: 'elsewhere' }), NOW)
    expect(await attack(13, () => tries(wrong(ali.pictures)))).toEqual({ pictures: 10, 'wait-pictures': 3 })
    await expect(tries(ali.pictures)).rejects.toMatchObject({ kind: 'too-many', details: { reason: 'wait-pictures', seconds: 86_400 } })
    await expect(tries(ali.pictures, later(60))).rejects.toMatchObject(reason('wait-pictures'))
    expect(await join(visitor, { classCode: code, pupilId: zoe.id, pictures: zoe.pictures }, NOW)).toMatchObject({ id: zoe.id })
    const [reset] = await resetPictures(db, teacher, SECRET, classId, [ali.id])
    expect(await tries(reset?.pictures ?? [])).toMatchObject({ id: ali.id })
    await attack(13, () => tries(wrong(reset?.pictures ?? [])))
    await letClassIn(db, teacher, classId, placeOf(visitor), NOW)
    expect(await tries(reset?.pictures ?? [])).toMatchObject({ id: ali.id })
  })

  it('a card has tries of its own, which nobody without it can use up; a new card has them all again', async () => {
    const { db, teacher, classId, visitor, code, ali } = await openSchool()
    const [card] = await makeCards(db, teacher, classId, [ali.id])
    const withCard = (key: string, pictures: readonly LoginPicture[]) => join(visitor, { key, pictures }, NOW)
    expect(
      await attack(20, () =>
        join({ ...visitor, address: '198.51.100.7' }, { classCode: code, pupilId: ali.id, pictures: wrong(ali.pictures) }, NOW),
      ),
    ).toMatchObject({ pictures: 10 })
    expect(await withCard(card?.key ?? '', ali.pictures)).toMatchObject({ id: ali.id })
    // The right ones on a device that was not known made up for three.
    expect(await attack(20, () => withCard(card?.key ?? '', wrong(ali.pictures)))).toEqual({ pictures: 10, 'wait-pictures': 10 })
    const [next] = await makeCards(db, teacher, classId, [ali.id])
    expect(await withCard(next?.key ?? '', ali.pictures)).toMatchObject({ id: ali.id })
  })

  it('280 wrong tries at a class from its own address: whoever came in before still does, and the others with one press', async () => {
    const { db, teacher, classId, visitor, code, ali, zoe } = await openSchool({ from: '203.0.113.9' })
    await keepDevice(db, 'd'.repeat(32), `pupil:${ali.id}`, [`class:${classId}`], NOW)
    for (const { id, pictures } of [ali, zoe])
      await attack(140, () => join(visitor, { classCode: code, pupilId: id, pictures: wrong(pictures) }, NOW))
    const as = ({ id, pictures }: { id: string, pictures: readonly LoginPicture[] }, device?: string) =>
      join({ ...visitor, device }, { classCode: code, pupilId: id, pictures }, NOW)
    expect(await as(ali, 'd'.repeat(32))).toMatchObject({ id: ali.id })
    await expect(as(ali)).rejects.toMatchObject(reason('wait-pictures'))
    // A device that one child came in from is nothing for another child.
    await expect(as(zoe, 'd'.repeat(32))).rejects.toMatchObject(reason('wait-pictures'))
    expect(await readClass(db, teacher, classId, NOW)).toMatchObject({
      letInUntil: null,
      trouble: {
        isHeldUp: false,
        tried: [
          { name: 'Ali', mustWait: true },
          { name: 'Zoë', mustWait: true },
        ],
      },
    })
    await letClassIn(db, teacher, classId, placeOf(visitor), NOW)
    expect(await as(zoe)).toMatchObject({ id: zoe.id })
    expect(await as(ali)).toMatchObject({ id: ali.id })
    expect(await readClass(db, teacher, classId, NOW)).toMatchObject({ letInUntil: later(15).toISOString(), trouble: { tried: [] } })
  })

  it('one press lets in one pupil and no other, from where the teacher is, and opens a class that was shut', async () => {
    const { db, teacher, classId, visitor, code, ali, zoe } = await openSchool({ from: '203.0.113.9' })
    for (const { id, pictures } of [ali, zoe])
      await attack(13, () => join(visitor, { classCode: code, pupilId: id, pictures: wrong(pictures) }, NOW))
    await openClass(db, teacher, classId, 0, placeOf(visitor), NOW)
    expect(await troubledClasses(db, teacher, NOW)).toMatchObject([{ name: '5B', trouble: { tried: [{ name: 'Ali' }, { name: 'Zoë' }] } }])
    const until = later(15).toISOString()
    expect(await letPupilIn(db, teacher, ali.id, placeOf(visitor), NOW)).toEqual({ letInUntil: until, openUntil: until, hasNewCode: false })
    const as = ({ id, pictures }: { id: string, pictures: readonly LoginPicture[] }, now = NOW, address = visitor.address) =>
      join({ ...visitor, address }, { classCode: code, pupilId: id, pictures }, now)
    await expect(as(zoe)).rejects.toMatchObject(reason('wait-pictures'))
    expect(await as(ali)).toMatchObject({ id: ali.id })
    // Whoever goes on guessing from elsewhere does not shut the child out again.
    await attack(40, () => as({ ...ali, pictures: wrong(ali.pictures) }, NOW, '198.51.100.7'))
    await expect(as(ali, NOW, '198.51.100.7')).rejects.toMatchObject(reason('wait-pictures'))
    expect(await as(ali)).toMatchObject({ id: ali.id })
    await attack(40, () => as({ ...ali, pictures: wrong(ali.pictures) }, NOW, '198.51.100.7'))
    await openClass(db, teacher, classId, 60, placeOf(visitor), later(16))
    await expect(as(ali, later(16))).rejects.toMatchObject(reason('wait-pictures'))
  })

  it('of trouble only the staff who have the class are told, and how many are in stands on the door only while it is open', async () => {
    const { db, teacher, classId, visitor, code, ali } = await openSchool()
    await attack(13, () => join(visitor, { classCode: code, pupilId: ali.id, pictures: wrong(ali.pictures) }, NOW))
    expect(await troubledClasses(db, { ...teacher, id: 'somebody', role: 'admin' }, NOW)).toEqual([])
    const pupil = { id: ali.id, schoolId: teacher.schoolId }
    expect(await doorOf(db, teacher, classId, NOW)).toMatchObject({ code, pupils: 2, inside: 0 })
    for (let device = 0; device < 2; device++) await keepSession(db, pupil, NOW)
    const { inside, ...others } = await doorOf(db, teacher, classId, NOW)
    expect(inside).toBe(1)
    expect(JSON.stringify(others)).not.toMatch(/Ali|Zoë/)
    expect((await doorOf(db, teacher, classId, later(31))).inside).toBe(0)
    await openClass(db, teacher, classId, 0, 'here', NOW)
    expect(await doorOf(db, teacher, classId, NOW)).toMatchObject({ openUntil: null, inside: null })
  })

  it('while a class is let in, tries where its teacher is come back within seconds, and elsewhere they do not', async () => {
    const { db, teacher, classId, visitor, code, ali } = await openSchool({ from: '203.0.113.9' })
    await letClassIn(db, teacher, classId, placeOf(visitor), NOW)
    const tries = (address: string, now: Date, pictures: readonly LoginPicture[] = wrong(ali.pictures)) =>
      join({ ...visitor, address }, { classCode: code, pupilId: ali.id, pictures }, now)
    expect(await attack(300, () => tries('203.0.113.9', NOW))).toMatchObject({ pictures: 20 })
    expect(await attack(300, () => tries('198.51.100.7', NOW))).toEqual({ 'wait-pictures': 300 })
    expect(await tries('203.0.113.9', later(0.5), ali.pictures)).toMatchObject({ id: ali.id })
    // The right ones have made up for three; the rest comes back by the day again.
    expect(await attack(6, () => tries('203.0.113.9', later(20)))).toEqual({ pictures: 3, 'wait-pictures': 3 })
  })

  it('a device of the child\'s has tries of its own, which a right one forgives', async () => {
    const { db, visitor, code, ali } = await openSchool()
    const device = 'e'.repeat(32)
    await keepDevice(db, device, `pupil:${ali.id}`, [], NOW)
    const tries = (pictures: readonly LoginPicture[]) => join({ ...visitor, device }, { classCode: code, pupilId: ali.id, pictures }, NOW)
    for (let lesson = 0; lesson < 4; lesson += 1) {
      expect(await attack(9, () => tries(wrong(ali.pictures)))).toEqual({ pictures: 9 })
      await tries(ali.pictures)
    }
    // With it, and then as on any other; never without end.
    expect(await attack(40, () => tries(wrong(ali.pictures)))).toEqual({ pictures: 20, 'wait-pictures': 20 })
  })

  it('300 wrong codes from a school: a class that was opened there, a device of the class, or a press still gets in, and nobody guesses on', async () => {
    const { db, teacher, classId, visitor, code } = await openSchool()
    expect(await attack(300, () => namesToPick(visitor, 'CCCC-2222', NOW))).toEqual({ code: 30, 'wait-code': 270 })
    await expect(namesToPick(visitor, code, NOW)).rejects.toMatchObject({
      kind: 'too-many',
      details: { reason: 'wait-code', seconds: 360 },
    })
    await expect.poll(async () => (await readClass(db, teacher, classId, NOW)).trouble.isHeldUp).toBe(true)
    expect(await namesToPick({ ...visitor, address: '203.0.113.10' }, code, NOW)).toMatchObject({ className: '5B' })
    await keepDevice(db, 'f'.repeat(32), 'pupil:somebody', [`class:${classId}`], NOW)
    expect(await namesToPick({ ...visitor, device: 'f'.repeat(32) }, code, NOW)).toMatchObject({ className: '5B' })
    await letClassIn(db, teacher, classId, placeOf({ secret: SECRET, address: 'elsewhere' }), NOW)
    expect(await namesToPick(visitor, code, NOW)).toMatchObject({ className: '5B' })
    await expect(namesToPick(visitor, code, later(16))).resolves.toMatchObject({ className: '5B' })
    await attack(3, () => namesToPick(visitor, 'CCCC-2222', later(16)))
    await expect(namesToPick(visitor, code, later(16))).rejects.toMatchObject(reason('wait-code'))
    await openClass(db, teacher, classId, 60, placeOf(visitor), NOW)
    expect(await namesToPick(visitor, code, later(16))).toMatchObject({ className: '5B' })
    expect((await readClass(db, teacher, classId, NOW)).openUntil).not.toBeNull()
  })

  it('codes that come faster than a school types them wait a little, but for devices of the class and with a press', async () => {
    const { db, teacher, classId, visitor, code } = await openSchool({ from: '203.0.113.9' })
    const busy = { ...visitor, pace: () => 40 }
    await expect(namesToPick(busy, code, NOW)).rejects.toMatchObject({ kind: 'too-many', details: { reason: 'busy', seconds: 1 } })
    await keepDevice(db, 'f'.repeat(32), 'pupil:somebody', [`class:${classId}`], NOW)
    expect(await namesToPick({ ...busy, device: 'f'.repeat(32) }, code, NOW)).toMatchObject({ className: '5B' })
    await letClassIn(db, teacher, classId, placeOf(visitor), NOW)
    expect(await namesToPick(busy, code, NOW)).toMatchObject({ className: '5B' })
  })

  it('an address that has to wait is written nothing of', async () => {
    const { db, visitor } = await openSchool()
    const address = '2001:db8:1:2::/64'
    await attack(61, () => namesToPick({ ...visitor, address }, 'CCCC-2222', NOW))
    const rows = async () => db.selectFrom('rate_limit').selectAll().orderBy('key').execute()
    const before = await rows()
    for (let line = 3; line < 60; line += 1)
      await attack(2, () => namesToPick({ ...visitor, address: line % 2 === 0 ? address : `2001:db8:1:${line}::/64` }, 'CCCC-2222', NOW))
    expect((await rows()).length - before.length).toBeLessThanOrEqual(30)
    const full = await rows()
    for (let line = 100; line < 160; line += 1)
      await attack(2, () => namesToPick({ ...visitor, address: `2001:db8:1:${line}::/64` }, 'CCCC-2222', NOW))
    expect(await rows()).toEqual(full)
  })

  it('a class keeps a code of an earlier release until it is opened the next time, and then has one that cannot be guessed', async () => {
    const { db, teacher, classId, visitor } = await openSchool()
    await db.updateTable('class').set({ code: 'KTR-482' }).where('id', '=', classId).execute()
    expect(await namesToPick(visitor, 'ktr 482', NOW)).toMatchObject({ className: '5B' })
    expect(await openClass(db, teacher, classId, 0, '', NOW)).toMatchObject({ hasNewCode: false })
    expect(await openClass(db, teacher, classId, 60, '', NOW)).toMatchObject({ hasNewCode: true })
    const { code } = await readClass(db, teacher, classId, NOW)
    expect(code).toMatch(/^[C-X2-9]{4}-[C-X2-9]{4}$/)
    expect(await namesToPick(visitor, code, NOW)).toMatchObject({ className: '5B' })
    await expect(namesToPick(visitor, 'ktr 482', NOW)).rejects.toMatchObject(reason('code'))
    expect(await openClass(db, teacher, classId, 60, '', NOW)).toMatchObject({ hasNewCode: false })
  })

  it('right codes never count, however many children sit behind one address', async () => {
    const { visitor, code, ali } = await openSchool()
    for (let count = 0; count < 60; count++) await namesToPick(visitor, code, NOW)
    for (let count = 0; count < 20; count++) await join(visitor, { classCode: code, pupilId: ali.id, pictures: ali.pictures }, NOW)
    await expect(namesToPick(visitor, 'CCCC-2222', NOW)).rejects.toMatchObject(reason('code'))
  })

  it('keeps no address', async () => {
    const { db, visitor, code } = await openSchool({ from: '203.0.113.9' })
    await namesToPick(visitor, 'CCCC-2222', NOW).catch(() => undefined)
    await namesToPick(visitor, code, NOW)
    expect(
      JSON.stringify([await db.selectFrom('rate_limit').selectAll().execute(), await db.selectFrom('class').selectAll().execute()]),
    ).not.toContain('203.0.113')
  })
})

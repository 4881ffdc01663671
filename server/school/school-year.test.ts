import { describe, expect, it } from 'vitest'
import { daysPass } from '../../tests/support/databases/days'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import type { SchoolYearPlan, SchoolYearWish } from '#shared/api/rosters'
import { newId } from '../platform/security/tokens'
import { addStaff } from '../accounts/staff/staff'
import { makeCards } from '../classes/pupils'
import { assign, assignmentsOf } from '../assignments/assignments'
import { choicesOf } from '../assignments/choices'
import { closeAssignment, reopenAssignment } from '../assignments/closing'
import { eraseClass } from '../classes/class-deletion'
import { bringBackClass, changeClass, listClasses, makeClass, readClass, shareClass, stopSharing, type Viewer } from '../classes/classes'
import { keepSession } from '../classes/pupil-session-rows'
import { changesOf, forgetChanges } from '../classes/roster-changes'
import { rollOver, schoolYearPlan, undoRosterChange } from './school-year'
import type { Db } from '../platform/database/client'
import { addPupils } from '../../tests/support/databases/add-pupils'

const SECRET = 's'.repeat(40)
const NOW = new Date('2027-07-10T10:00:00Z')
const NEXT = '2028-07-31'

describe.each(engines)('the year\'s roll-over on %s', (engine) => {
  async function school() {
    const { db } = await freshDatabase(engine)
    const seeded = await seededSchool(db)
    const teacher = seeded.staff as Viewer
    const admin: Viewer = { ...teacher, role: 'admin' }
    const six = (await makeClass(db, teacher, '6A', NOW)).id
    const group = (await makeClass(db, teacher, 'Wednesday group', NOW)).id
    return { db, ...seeded, teacher, admin, five: seeded.classId, six, group }
  }
  /** What the page sends where nobody changes a line. */
  const asProposed = ({ ends, lines }: SchoolYearPlan, more: Partial<SchoolYearWish> = {}): SchoolYearWish => ({
    id: newId(), ends, made: [],
    lines: lines.filter(({ isDone }) => !isDone).map(line =>
      ({ classId: line.id, was: line.name, step: line.step, name: line.nextName, year: line.nextYear, staffId: null, names: [] })),
    ...more,
  })
  const rows = async (db: Db, { schoolId }: Viewer) =>
    (await db.selectFrom('class').select(['name', 'year_ends', 'archived_at']).where('school_id', '=', schoolId).execute())
      .map(row => `${row.name} ${row.year_ends} ${row.archived_at === null ? 'in use' : 'archived'}`)
      .sort()
  /** Another member of the school's staff. */
  async function colleagueOf(db: Db, { schoolId }: Viewer): Promise<string> {
    const { staffId, classId, schoolId: theirs } = await seededSchool(db, { pupils: 0 })
    await eraseClass(db, { id: classId, school_id: theirs }, '')
    await db.updateTable('staff').set({ school_id: schoolId }).where('id', '=', staffId).execute()
    return staffId
  }

  it('proposes by the names: up, leaves where there is no year above, and asks first about a class of no year or nobody', async () => {
    const { db, admin } = await school()
    const plan = await schoolYearPlan(db, admin, undefined, NOW)
    expect(plan).toMatchObject({ begins: '2027-08-01', ends: NEXT, choices: ['2027-07-31', NEXT], isEarly: false, undo: null })
    expect(plan.lines.map(({ name, step, nextName, concerns, goesOn }) => [name, step, nextName, concerns.join(), goesOn])).toEqual([
      ['Wednesday group', 'stays', 'Wednesday group', 'no-year', '2027-09-01'],
      ['5B', 'up', '6B', '', '2027-09-01'],
      ['6A', 'leaves', '7A', '', '2027-09-01'],
    ])
    await db.deleteFrom('class_staff').execute()
    expect((await schoolYearPlan(db, admin, undefined, NOW)).lines.map(({ concerns }) => concerns)).toEqual([['nobody'], ['nobody'], ['no-year', 'nobody']])
    await expect(schoolYearPlan(db, admin, '2031-07-31', NOW)).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('lists classes as a school counts, and who takes them by name', async () => {
    const { db, admin, five } = await school()
    for (const name of ['Year 1', 'Reception', 'Year 10', 'Year 2']) await makeClass(db, admin, name, NOW)
    // Somebody has made Year 3 of the new year already: Year 2 would be called so too, and is looked at first.
    const { id: made } = await makeClass(db, admin, 'Year 3', NOW)
    await db.updateTable('class').set({ year_ends: NEXT }).where('id', '=', made).execute()
    const zara = await addStaff(db, admin, { name: 'zara', email: 'z@example.org', role: 'teacher' })
    const elodie = await addStaff(db, admin, { name: 'Élodie', email: 'e@example.org', role: 'teacher' })
    for (const id of [zara, elodie]) await shareClass(db, admin, five, id)
    const { lines } = await schoolYearPlan(db, admin, undefined, NOW)
    expect(lines.map(({ name }) => name)).toEqual(['Year 2', 'Wednesday group', 'Reception', 'Year 1', '5B', '6A', 'Year 10', 'Year 3'])
    expect(lines.find(({ id }) => id === five)?.staff.map(({ name }) => name).filter(name => /lodie|zara/.test(name))).toEqual(['Élodie', 'zara'])
  })

  it('is for the year that has begun where classes are late, for the next one otherwise, and says when it is early', async () => {
    const { db, admin } = await school()
    expect(await schoolYearPlan(db, admin, undefined, new Date('2027-08-20T10:00:00Z'))).toMatchObject({ ends: NEXT })
    expect(await schoolYearPlan(db, admin, undefined, new Date('2026-11-29T10:00:00Z'))).toMatchObject({ ends: NEXT, isEarly: true })
  })

  it('keeps pupils, cards, codes and sessions of a class that moves up; a leaver is shut and goes when it would have gone', async () => {
    const { db, admin, five, six, schoolId, pupilIds: [first = ''] } = await school()
    await makeCards(db, admin, five, [first])
    const [{ id: leaver = '' } = {}] = await addPupils(db, admin, SECRET, six, ['Ali'])
    for (const id of [first, leaver]) await keepSession(db, { id, schoolId })
    const before = await readClass(db, admin, five)
    const cards = await db.selectFrom('pupil').select(['id', 'key_hash', 'pictures_hash']).where('class_id', '=', five).orderBy('id').execute()
    const plan = await schoolYearPlan(db, admin, undefined, NOW)
    const { until } = await rollOver(db, admin, SECRET, asProposed(plan), NOW)
    expect(until).toBe('2027-07-11T10:00:00.000Z')
    expect(await rows(db, admin)).toEqual([`6A 2027-07-31 archived`, `6B ${NEXT} in use`, `Wednesday group ${NEXT} in use`])
    expect(await readClass(db, admin, five)).toMatchObject({ code: before.code, pupils: before.pupils, staff: before.staff })
    expect(await db.selectFrom('pupil').select(['id', 'key_hash', 'pictures_hash']).where('class_id', '=', five).orderBy('id').execute()).toEqual(cards)
    expect(await db.selectFrom('pupil_session').select('pupil_id').execute()).toEqual([{ pupil_id: first }])
    const again = await schoolYearPlan(db, admin, NEXT, NOW)
    expect(again.lines.every(({ isDone, step }) => isDone && step === 'stays')).toBe(true)
    expect(again.undo).toMatchObject({ kind: 'year', moved: 2, left: 1, made: 0 })
  })

  it('takes other names, another teacher, new classes and pupils of a new list, all at once', async () => {
    const { db, admin, five } = await school()
    const colleague = await colleagueOf(db, admin)
    const plan = await schoolYearPlan(db, admin, undefined, NOW)
    const wish = asProposed(plan, { made: [{ name: '5B', year: '', staffId: colleague, names: ['Zoë'] }] })
    const lines = wish.lines.map(line => (line.classId === five ? { ...line, name: '6 Holly', staffId: colleague, names: ['Kai'] } : line))
    const { classes } = await rollOver(db, admin, SECRET, { ...wish, lines }, NOW)
    expect(classes.map(({ name, isNew, pupils }) => [name, isNew, pupils.map(pupil => pupil.name)])).toEqual([
      ['6 Holly', false, ['Kai']],
      ['5B', true, ['Zoë']],
    ])
    expect(await readClass(db, admin, five)).toMatchObject({ name: '6 Holly', staff: [{ id: colleague }] })
    expect((await listClasses(db, admin)).find(({ name }) => name === '5B')).toMatchObject({ yearEnds: NEXT, pupils: 1 })
  })

  it('is done whole or not at all, and once', async () => {
    const { db, admin, five } = await school()
    const plan = await schoolYearPlan(db, admin, undefined, NOW)
    const before = await rows(db, admin)
    const wish = asProposed(plan)
    const changed = (change: object) =>
      ({ ...wish, lines: wish.lines.map(line => (line.classId === five ? { ...line, ...change } : line)) })
    const wrong: readonly (readonly [SchoolYearWish, string])[] = [
      [changed({ was: '5 Hazel' }), 'conflict'],
      [changed({ name: 'wednesday GROUP' }), 'conflict'],
      [changed({ staffId: 'nobody' }), 'not-found'],
      [changed({ classId: 'no-class' }), 'conflict'],
      [changed({ names: ['Pupil 1'] }), 'invalid'],
      [{ ...wish, made: [{ name: '6B', year: '', staffId: null, names: [] }] }, 'conflict'],
      [{ ...wish, lines: [...wish.lines, ...wish.lines] }, 'conflict'],
    ]
    for (const [broken, kind] of wrong) await expect(rollOver(db, admin, SECRET, broken, NOW)).rejects.toMatchObject({ kind })
    expect(await rows(db, admin)).toEqual(before)
    expect(await changesOf(db, admin, NOW)).toEqual([])

    await Promise.all([rollOver(db, admin, SECRET, wish, NOW), rollOver(db, admin, SECRET, wish, NOW)])
    expect((await rows(db, admin))[1]).toBe(`6B ${NEXT} in use`)
    await expect(rollOver(db, admin, SECRET, { ...wish, id: newId() }, NOW)).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('of the release of the day before is undone as well: what it did not keep has not changed', async () => {
    const { db, admin } = await school()
    const before = await rows(db, admin)
    const wish = asProposed(await schoolYearPlan(db, admin, undefined, NOW))
    await rollOver(db, admin, SECRET, wish, NOW)
    const { way_back: text } = await db.selectFrom('roster_change').select('way_back').executeTakeFirstOrThrow()
    await db.updateTable('class').set({ name_before: null }).execute()
    await db.updateTable('roster_change').set({ way_back: text.replaceAll(/,"nameBefore":(?:null|"[^"]*")/g, '') }).execute()
    expect(await undoRosterChange(db, admin, wish.id, NOW)).toEqual({ kept: [] })
    expect(await rows(db, admin)).toEqual(before)
  })

  it('leaves closed at its undoing what somebody has opened and closed again since, and says so', async () => {
    const { db, admin, five } = await school()
    await assign(db, admin, { classId: five, lessonIds: ['a', 'b'], opensOn: '2027-07-01', weekly: false, dueAfter: null, boosterWeeks: null })
    const [first, second] = await assignmentsOf(db, admin, five)
    const wish = asProposed(await schoolYearPlan(db, admin, undefined, NOW))
    await rollOver(db, admin, SECRET, wish, NOW)
    await reopenAssignment(db, admin, first?.id ?? '')
    await closeAssignment(db, admin, first?.id ?? '')
    expect(await undoRosterChange(db, admin, wish.id, NOW)).toMatchObject({ kept: [{ why: 'lessons', count: 1 }] })
    const closed = (await assignmentsOf(db, admin, five)).map(({ id, closed_at: at }) => [id, at !== null])
    expect(closed).toEqual([[first?.id, true], [second?.id, false]])
  })

  it('is undone within a day: names, years, ends, teachers and leavers are as they were, and a new class is gone', async () => {
    const { db, admin, teacher, five } = await school()
    const before = await rows(db, admin)
    const wish = asProposed(await schoolYearPlan(db, admin, undefined, NOW), { made: [{ name: '3 Elm', year: '3', staffId: null, names: [] }] })
    const colleague = await colleagueOf(db, admin)
    await rollOver(db, admin, SECRET, { ...wish, lines: wish.lines.map(line => ({ ...line, staffId: colleague })) }, NOW)
    const later = new Date('2027-07-11T09:00:00Z')
    expect(await changesOf(db, teacher, later)).toEqual([])
    await expect(undoRosterChange(db, teacher, wish.id, later)).rejects.toMatchObject({ kind: 'not-found' })
    expect(await undoRosterChange(db, admin, wish.id, later)).toEqual({ kept: [] })
    expect(await rows(db, admin)).toEqual(before)
    expect(await readClass(db, admin, five)).toMatchObject({ name: '5B', staff: [{ id: teacher.id }] })
    await expect(undoRosterChange(db, admin, wish.id, later)).rejects.toMatchObject({ kind: 'gone' })
  })

  it('keeps what a class was called, for its plan of last year, until it moves up once more; and undo takes that back', async () => {
    const { db, admin, five, group, schoolId } = await school()
    const given = { school_id: schoolId, place: 0, kind: 'lesson' as const, due_on: null, created_at: '', closed_at: null, lesson_id: 'l' }
    await db.insertInto('assignment').values([
      { ...given, id: 'a', class_id: five, opens_on: '2027-01-12' }, { ...given, id: 'b', class_id: group, opens_on: '2027-01-12' },
      { ...given, id: 'c', class_id: five, opens_on: '2026-01-12' },
    ]).execute()
    const plans = async (day: string) => {
      const { lastYear } = await choicesOf(db, admin, new Date(`${day}T10:00:00Z`))
      return lastYear.map(({ name, isNameOfThen }) => `${name} ${isNameOfThen ? 'then' : 'now'}`)
    }
    const wish = asProposed(await schoolYearPlan(db, admin, undefined, NOW))
    await rollOver(db, admin, SECRET, wish, NOW)
    // It is still the old year, in which it has its new name already: what it was called in the year before, nobody knows.
    expect(await plans('2027-07-10')).toEqual(['6B now'])
    expect(await plans('2027-09-10')).toEqual(['5B then', 'Wednesday group then'])
    await changeClass(db, admin, five, { name: '6 Holly' })
    expect(await plans('2027-09-10')).toEqual(['5B then', 'Wednesday group then'])
    await changeClass(db, admin, five, { name: '6B' })
    await undoRosterChange(db, admin, wish.id, NOW)
    expect(await db.selectFrom('class').select('name_before').where('name_before', 'is not', null).execute()).toEqual([])
    expect(await plans('2027-09-10')).toEqual(['5B then', 'Wednesday group then'])
  })

  it('leaves a class what is usual for it', async () => {
    const { db, admin, five } = await school()
    const usual = { lessonDays: [2], sameOrder: true, boosterWeeks: null } as const
    expect(await readClass(db, admin, five)).toMatchObject({ lessonDays: [], sameOrder: false, boosterWeeks: 7 })
    await changeClass(db, admin, five, usual)
    await changeClass(db, admin, five, { year: '5' })
    await rollOver(db, admin, SECRET, asProposed(await schoolYearPlan(db, admin, undefined, NOW)), NOW)
    expect(await readClass(db, admin, five)).toMatchObject({ name: '6B', ...usual })
  })

  it('undone after something changed in between, loses nothing of it and says so', async () => {
    const { db, admin, teacher, five, six, group, schoolId } = await school()
    const wish = asProposed(await schoolYearPlan(db, admin, undefined, NOW), { made: [{ name: '5C', year: '', staffId: teacher.id, names: [] }] })
    await rollOver(db, admin, SECRET, wish, NOW)
    const made = (await listClasses(db, admin)).find(({ name }) => name === '5C')?.id ?? ''
    await addPupils(db, admin, SECRET, made, ['Zoë'])
    await addPupils(db, admin, SECRET, five, ['Newcomer'])
    await changeClass(db, admin, five, { name: '6 Holly' })
    await bringBackClass(db, admin, six)
    await eraseClass(db, { id: group, school_id: schoolId }, NOW.toISOString())
    const { kept } = await undoRosterChange(db, admin, wish.id, NOW)
    expect([...kept].sort((a, b) => a.name.localeCompare(b.name))).toEqual([
      { why: 'in-use', name: '5C', count: 0 },
      { why: 'changed', name: '6 Holly', count: 0 },
      { why: 'changed', name: '6A', count: 0 },
      { why: 'gone', name: 'Wednesday group', count: 0 },
    ])
    expect(await rows(db, admin)).toEqual([`5C ${NEXT} in use`, `6 Holly 2027-07-31 in use`, '6A 2027-07-31 in use'])
    expect((await readClass(db, admin, five)).pupils.map(({ name }) => name)).toContain('Newcomer')
  })

  it('closes what is open in classes that move up or leave, and opens it again; what is planned for the new year stays', async () => {
    const { db, admin, five, six, group, schoolId } = await school()
    const given = (id: string, classId: string, opensOn: string) => ({
      id, school_id: schoolId, class_id: classId, lesson_id: 'l', place: 0, kind: 'lesson' as const, opens_on: opensOn, due_on: null, created_at: '',
      closed_at: null,
    })
    const all = [given('5-open', five, '2027-07-01'), given('5-planned', five, '2027-09-10'), given('6-planned', six, '2027-09-10'), given('group', group, '2027-07-01')]
    await db.insertInto('assignment').values(all).execute()
    const open = async () => (await db.selectFrom('assignment').select('id').where('closed_at', 'is', null).orderBy('id').execute()).map(({ id }) => id)
    const plan = await schoolYearPlan(db, admin, undefined, NOW)
    expect(plan.lines.map(({ name, open: count }) => [name, count])).toEqual([['Wednesday group', 1], ['5B', 1], ['6A', 0]])
    const wish = asProposed(plan)
    await rollOver(db, admin, SECRET, wish, NOW)
    expect(await open()).toEqual(['5-planned', 'group'])
    // A day later single answers would be gone: of what was emptied, nothing is opened.
    await db.updateTable('assignment').set({ can_reopen: 0 }).where('id', '=', '6-planned').execute()
    const { kept } = await undoRosterChange(db, admin, wish.id, NOW)
    expect(kept).toEqual([{ why: 'lessons', name: '6A', count: 1 }])
    expect(await open()).toEqual(['5-open', '5-planned', 'group'])
  })

  it('keeps a class that was announced to go, as one of the new year; a leaver goes on the day that was announced', async () => {
    const { db, admin } = await school()
    await daysPass(db, '2027-08-20T12:00:00Z', 11)
    expect(await db.selectFrom('deletion').select('due_on').where('kind', '=', 'class').execute()).toHaveLength(3)
    const late = new Date('2027-08-31T15:00:00Z')
    await rollOver(db, admin, SECRET, asProposed(await schoolYearPlan(db, admin, undefined, late)), late)
    await daysPass(db, '2027-09-01T12:00:00Z', 3)
    expect(await rows(db, admin)).toEqual([`6B ${NEXT} in use`, `Wednesday group ${NEXT} in use`])
  })

  it('does not give a class back to somebody whose account is gone, and is forgotten after its day', async () => {
    const { db, admin, five, staffId } = await school()
    const colleague = await colleagueOf(db, admin)
    const head: Viewer = { ...admin, id: colleague }
    const wish = asProposed(await schoolYearPlan(db, head, undefined, NOW))
    await rollOver(db, head, SECRET, { ...wish, lines: wish.lines.map(line => ({ ...line, staffId: colleague })) }, NOW)
    await db.deleteFrom('staff').where('id', '=', staffId).execute()
    await undoRosterChange(db, head, wish.id, NOW)
    expect(await readClass(db, head, five)).toMatchObject({ staff: [] })
    await forgetChanges(db, new Date('2027-07-17T11:00:00Z'))
    expect(await db.selectFrom('roster_change').selectAll().execute()).toEqual([])
    await expect(stopSharing(db, head, five, colleague)).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('undone where a class of the old name was made since, keeps both and says so; the same with a leaver of that name', async () => {
    const { db, admin, teacher } = await school()
    const wish = asProposed(await schoolYearPlan(db, admin, undefined, NOW))
    await rollOver(db, admin, SECRET, wish, NOW)
    for (const name of ['5b', '6A']) await makeClass(db, teacher, name, NOW)
    const { kept } = await undoRosterChange(db, admin, wish.id, NOW)
    expect(kept.map(({ why, name }) => `${why} ${name}`).sort()).toEqual(['same-name 5B', 'same-name 6A'])
    expect((await listClasses(db, admin)).filter(({ isArchived }) => !isArchived).map(({ name }) => name).sort()).toEqual(['5B', '5b', '6A', '6A', 'Wednesday group'])
  })

  it('does nothing twice where the page of another admin is older, however classes are called', async () => {
    const { db, admin, five } = await school()
    await changeClass(db, admin, five, { name: 'Hazel', year: '5' })
    const plan = await schoolYearPlan(db, admin, undefined, NOW)
    await rollOver(db, admin, SECRET, asProposed(plan), NOW)
    const [hazel] = plan.lines.filter(({ name }) => name === 'Hazel')
    const stale = asProposed({ ...plan, lines: hazel ? [hazel] : [] })
    for (const step of ['up', 'leaves'] as const)
      await expect(rollOver(db, admin, SECRET, { ...stale, id: newId(), lines: stale.lines.map(line => ({ ...line, step })) }, NOW)).rejects.toMatchObject({ kind: 'conflict' })
    expect(await readClass(db, admin, five)).toMatchObject({ name: 'Hazel', year: '6' })
  })

  it.each([['23 h 59', '2027-07-11T09:59:00Z', true], ['24 h 01', '2027-07-11T10:01:00Z', false]])('after %s', async (_, later, isInTime) => {
    const { db, admin } = await school()
    const before = await rows(db, admin)
    const wish = asProposed(await schoolYearPlan(db, admin, undefined, NOW))
    await rollOver(db, admin, SECRET, wish, NOW)
    const undone = undoRosterChange(db, admin, wish.id, new Date(later))
    if (isInTime) expect(await undone).toEqual({ kept: [] })
    else await expect(undone).rejects.toMatchObject({ kind: 'gone' })
    expect(await rows(db, admin)).toEqual(isInTime ? before : [`6A 2027-07-31 archived`, `6B ${NEXT} in use`, `Wednesday group ${NEXT} in use`])
  })

  it('leaves courses of an LMS alone, and keeps pupils of its list who have joined an account', async () => {
    const { db, admin, five, group, schoolId } = await school()
    await db.insertInto('lti_platform').values({
      id: 'p', school_id: schoolId, name: 'LMS', issuer: 'https://lms.example', client_id: 'c', auth_url: '', token_url: '', token_audience: null,
      jwks_url: '', origins: '', state: 'connected', created_at: '',
    }).execute()
    await db.insertInto('lti_context').values({
      class_id: group, school_id: schoolId, platform_id: 'p', deployment_id: 'd', context_id: 'x', members_url: null,
    }).execute()
    const plan = await schoolYearPlan(db, admin, undefined, NOW)
    expect(plan.lines.map(({ name }) => name)).toEqual(['5B', '6A'])
    const wish = asProposed(plan)
    const { classes } = await rollOver(db, admin, SECRET, { ...wish, lines: wish.lines.map(line => (line.classId === five ? { ...line, names: ['Kai', 'Zoë'] } : line)) }, NOW)
    const [kai] = classes[0]?.pupils ?? []
    await db.insertInto('pupil_account').values({ account_hash: 'a', school_id: schoolId, pupil_id: kai?.id ?? '' }).execute()
    expect((await undoRosterChange(db, admin, wish.id, NOW)).kept).toEqual([{ why: 'pupils', name: '5B', count: 1 }])
    expect((await readClass(db, admin, five)).pupils.map(({ name }) => name).filter(name => ['Kai', 'Zoë'].includes(name))).toEqual(['Kai'])
  })

  it('two admins who do it and undo it at once, end in one state or the other', async () => {
    const { db, admin } = await school()
    const before = await rows(db, admin)
    const plan = await schoolYearPlan(db, admin, undefined, NOW)
    const wishes = [asProposed(plan), asProposed(plan)]
    const outcomes = await Promise.allSettled(wishes.map(wish => rollOver(db, admin, SECRET, wish, NOW)))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const id = wishes[outcomes.findIndex(({ status }) => status === 'fulfilled')]?.id ?? ''
    const undone = await Promise.allSettled([undoRosterChange(db, admin, id, NOW), undoRosterChange(db, admin, id, NOW)])
    expect(undone.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await rows(db, admin)).toEqual(before)
    await rollOver(db, admin, SECRET, asProposed(await schoolYearPlan(db, admin, undefined, NOW)), NOW)
    expect(await rows(db, admin)).toEqual([`6A 2027-07-31 archived`, `6B ${NEXT} in use`, `Wednesday group ${NEXT} in use`])
  })
})

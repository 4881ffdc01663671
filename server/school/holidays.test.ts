import { describe, expect, it } from 'vitest'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { assign, assignmentsOf, assignToSeveral, reschedule } from '../assignments/assignments'
import { changeClass, makeClass } from '../classes/classes'
import { bankHolidays } from './bank-holidays'
import { holidaysIn } from './calendar-file'
import { addBankHolidays, addHolidays, schoolHolidays, setHolidaysRemoved } from './holidays'

const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Council//Term dates//EN', ...events.flatMap((event, index) =>
    ['BEGIN:VEVENT', `UID:${index}`, ...event.split('|'), 'END:VEVENT']), 'END:VCALENDAR', ''].join('\r\n')

describe('a calendar file', () => {
  it('gives its whole days, the last one rightly, and says which are likely to be holidays', () => {
    const text = calendar(
      'DTSTART;VALUE=DATE:20270215|DTEND;VALUE=DATE:20270220|SUMMARY:Half-term',
      'DTSTART;VALUE=DATE:20270614|SUMMARY:Sports day',
      'DTSTART;VALUE=DATE:20270705|DURATION:P2D|SUMMARY:INSET\\, all staff',
      'DTSTART:20270301T180000Z|DTEND:20270301T200000Z|SUMMARY:Parents evening',
      'DTSTART;VALUE=DATE:19990101|SUMMARY:Long ago',
    )
    expect(holidaysIn(text, '2026-11-29')).toEqual([
      { name: 'Half-term', from: '2027-02-15', to: '2027-02-19', isLikely: true },
      { name: 'Sports day', from: '2027-06-14', to: '2027-06-14', isLikely: false },
      { name: 'INSET, all staff', from: '2027-07-05', to: '2027-07-06', isLikely: true },
    ])
  })

  it('has an end, however often something comes again', () => {
    const found = holidaysIn(calendar('DTSTART;VALUE=DATE:20200101|RRULE:FREQ=YEARLY|SUMMARY:New year break'), '2026-11-29')
    expect(found.map(({ from }) => from)).toEqual(['2026-01-01', '2027-01-01', '2028-01-01', '2029-01-01'].filter(day => day < '2029-02-06'))
    expect(holidaysIn(calendar('DTSTART;VALUE=DATE:20260901|RRULE:FREQ=DAILY|SUMMARY:Every day'), '2026-11-29').length).toBeLessThanOrEqual(400)
  })

  it.each([
    ['a web page', '<html><body>Term dates</body></html>', 'calendar-unreadable'],
    ['a calendar that breaks off', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:2027', 'calendar-unreadable'],
    ['nothing', '', 'calendar-empty'],
    ['nothing but meetings', calendar('DTSTART:20270301T180000Z|SUMMARY:Meeting'), 'calendar-empty'],
    ['far too much', calendar(...Array.from({ length: 3_001 }, () => 'DTSTART;VALUE=DATE:20270215|SUMMARY:A')), 'calendar-too-large'],
  ])('that is %s is refused in a sentence', (_, text, sentence) => {
    expect(() => holidaysIn(text, '2026-11-29')).toThrow(expect.objectContaining({ kind: 'invalid', sentence: { key: sentence } }) as Error)
  })
})

it('bank holidays are the nation\'s own, and those of all four where no nation is said', () => {
  const in2027 = (nation: Parameters<typeof bankHolidays>[0]) => bankHolidays(nation, '2027-01-01', '2027-12-31').map(({ from }) => from)
  expect(in2027('england')).toEqual([
    '2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28',
  ])
  expect(in2027('wales')).toEqual(in2027('england'))
  expect(in2027('scotland')).toContain('2027-08-02')
  expect(in2027('northern-ireland')).toContain('2027-07-12')
  expect(in2027('uk')).not.toContain('2027-03-29')
  expect(in2027('uk')).toContain('2027-03-26')
})

describe.each(engines)('the dates of a school on %s', (engine) => {
  it('are put in once, can be removed and brought back, and are nobody else\'s', async () => {
    const { db } = await freshDatabase(engine)
    const { staff } = await seededSchool(db)
    const { staff: stranger } = await seededSchool(db)
    const halfTerm = { name: 'Half-term', from: '2027-02-15', to: '2027-02-19' }
    const [id = ''] = await addHolidays(db, staff, 'typed', [halfTerm, halfTerm])
    expect(await addHolidays(db, staff, 'file', [halfTerm])).toEqual([])
    await db.updateTable('school').set({ nation: 'england' }).where('id', '=', staff.schoolId).execute()
    expect((await addBankHolidays(db, staff, new Date('2026-11-29T12:00:00Z'))).length).toBeGreaterThan(10)
    expect(await addBankHolidays(db, staff, new Date('2026-11-29T12:00:00Z'))).toEqual([])
    await setHolidaysRemoved(db, stranger, [id], true)
    expect((await schoolHolidays(db, staff)).holidays.map(one => one.id)).toContain(id)
    await setHolidaysRemoved(db, staff, [id], true)
    expect((await schoolHolidays(db, staff)).removed).toEqual([{ id, ...halfTerm, source: 'typed' }])
    await setHolidaysRemoved(db, staff, [id], false)
    expect((await schoolHolidays(db, staff)).removed).toEqual([])
    expect((await schoolHolidays(db, stranger)).holidays).toEqual([])
  })

  it('move what is assigned or moved onto them to the class\'s next lesson day', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, classId } = await seededSchool(db)
    await addHolidays(db, staff, 'typed', [{ name: 'Half-term', from: '2027-02-15', to: '2027-02-19' }])
    await changeClass(db, staff, classId, { lessonDays: [2] })
    await assign(db, staff, { classId, lessonIds: ['a', 'b'], opensOn: '2027-02-16', weekly: true, dueAfter: 7, boosterWeeks: null })
    const given = await assignmentsOf(db, staff, classId)
    expect(given.map(one => [one.opens_on, one.due_on])).toEqual([['2027-02-23', '2027-03-02'], ['2027-03-02', '2027-03-09']])
    expect(await reschedule(db, staff, given[0]?.id ?? '', { opensOn: '2027-02-09', dueOn: '2027-02-17' })).toEqual({
      opensOn: '2027-02-09', dueOn: '2027-02-22',
    })
  })

  it('leave each class its own lesson day, where several are given something at once and nobody has chosen a day', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, classId } = await seededSchool(db)
    const { id: other } = await makeClass(db, staff, '6A')
    await addHolidays(db, staff, 'typed', [{ name: 'Half-term', from: '2027-02-15', to: '2027-02-19' }])
    await changeClass(db, staff, classId, { lessonDays: [2] })
    await changeClass(db, staff, other, { lessonDays: [4] })
    const wanted = { classIds: [classId, other], groupIds: [], again: [], goOn: [], lessonIds: ['a', 'b'], weekly: true, dueAfter: null, boosterWeeks: null }
    await assignToSeveral(db, staff, { ...wanted, opensOn: '2027-02-06', onLessonDays: true, firstDueOn: '2027-02-12' })
    const days = async (id: string) => (await assignmentsOf(db, staff, id)).map(one => [one.opens_on, one.due_on])
    expect(await days(classId)).toEqual([['2027-02-09', '2027-02-12'], ['2027-02-23', '2027-02-26']])
    expect(await days(other)).toEqual([['2027-02-11', '2027-02-12'], ['2027-02-25', '2027-02-26']])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planned, planOf } from './plan'
import {
  daysAfter, daysBetween, everyDay, firstLessonDay, holidayOn, isSchoolDay, isWeekend, lessonDaysIn, lessonDaysText, nextLessonDay,
  sameWeekOfTerm, weekdayOf, weekdays, type Holiday, type Weekday,
} from './school-days'

const halfTerm: Holiday = { name: 'Half-term', from: '2027-02-15', to: '2027-02-19' }
const tuesdays = { holidays: [halfTerm], lessonDays: [2] as const }

const day = fc.integer({ min: 0, max: 800 }).map(after => daysAfter('2026-09-01', after))
const holiday = fc.tuple(day, fc.integer({ min: 0, max: 45 })).map(([from, days]): Holiday => ({ name: 'Off', from, to: daysAfter(from, days) }))
const calendar = fc.record({ holidays: fc.array(holiday, { maxLength: 5 }), lessonDays: fc.subarray<Weekday>([...weekdays]) })

describe('days of a school', () => {
  it('are those from Monday to Friday that no holiday has, its first and last day among them', () => {
    expect(['2027-02-12', '2027-02-13', '2027-02-15', '2027-02-19', '2027-02-22'].map(one => isSchoolDay(one, [halfTerm])))
      .toEqual([true, false, false, false, true])
    expect(weekdayOf('2027-02-14')).toBe(7)
    expect(holidayOn('2027-02-17', [halfTerm])).toBe(halfTerm)
  })

  it('move a day in the holidays to the next lesson day, and leave a school day where it is', () => {
    expect(nextLessonDay('2027-02-16', tuesdays)).toBe('2027-02-23')
    expect(nextLessonDay('2027-02-16', { holidays: [halfTerm], lessonDays: [] })).toBe('2027-02-22')
    expect(nextLessonDay('2027-02-24', tuesdays)).toBe('2027-02-24')
    expect(firstLessonDay('2027-02-24', tuesdays)).toBe('2027-03-02')
    // A year without a school day is somebody's slip; nothing goes round for ever.
    expect(nextLessonDay('2027-02-16', { holidays: [{ name: 'All', from: '2020-01-01', to: '2040-01-01' }], lessonDays: [] })).toBe('2027-02-16')
  })

  it('move to a school day and never back, whatever the holidays; twice is the same as once', () => {
    fc.assert(fc.property(day, calendar, (one, given) => {
      for (const found of [nextLessonDay(one, given), firstLessonDay(one, given)]) {
        expect(isSchoolDay(found, given.holidays)).toBe(true)
        expect(found >= one).toBe(true)
        expect(nextLessonDay(found, given)).toBe(found)
      }
    }))
  })

  it('of a week are kept as a short text, whatever it holds', () => {
    expect(lessonDaysText([4, 2])).toBe('24')
    fc.assert(fc.property(fc.string(), (text) => {
      expect(lessonDaysIn(lessonDaysText(lessonDaysIn(text)))).toEqual(lessonDaysIn(text))
    }))
  })
})

describe('a plan', () => {
  const wanted = { lessonIds: ['a', 'b'], opensOn: '2026-11-02', weekly: true, dueAfter: 7, boosterWeeks: 7 }

  it('has its lessons a week apart where the teacher wants it, each with its due day, and again after seven weeks', () => {
    expect(planned(wanted, everyDay)).toEqual([
      { lessonId: 'a', kind: 'lesson', opensOn: '2026-11-02', dueOn: '2026-11-09' },
      { lessonId: 'b', kind: 'lesson', opensOn: '2026-11-09', dueOn: '2026-11-16' },
      { lessonId: 'a', kind: 'booster', opensOn: '2026-12-28', dueOn: '2027-01-04' },
      { lessonId: 'b', kind: 'booster', opensOn: '2026-12-28', dueOn: '2027-01-04' },
    ])
  })

  it('leaves out the week in which the school is shut, and stays on its day of the week', () => {
    const plan = planned({ ...wanted, lessonIds: ['a', 'b', 'c'], opensOn: '2027-02-09', boosterWeeks: null }, tuesdays)
    expect(plan.map(({ opensOn, dueOn }) => [opensOn, dueOn])).toEqual([
      ['2027-02-09', '2027-02-22'],
      ['2027-02-23', '2027-03-02'],
      ['2027-03-02', '2027-03-09'],
    ])
  })

  it('of days that were chosen one by one moves what is in the holidays, and is due never before it opens', () => {
    const days = [{ lessonId: 'a', kind: 'lesson' as const, opensOn: '2027-02-16', dueOn: '2027-02-18' }]
    expect(planned({ ...wanted, days }, tuesdays)).toEqual([{ ...days[0], opensOn: '2027-02-23', dueOn: '2027-02-23' }])
  })

  it('gives every lesson once, in order, on no day of a holiday, due not before it opens', () => {
    const due = fc.option(fc.integer({ min: 0, max: 60 }))
    fc.assert(fc.property(day, calendar, fc.boolean(), due, fc.boolean(), (opensOn, given, weekly, dueAfter, onLessonDays) => {
      const wanted = { lessonIds: ['a', 'b', 'c'], opensOn, onLessonDays, weekly, dueAfter, boosterWeeks: 7 }
      const { lessons: plan, skipped } = planOf(wanted, given)
      // What it is said to pass over, it passes over; where nothing is, it is the plan without holidays.
      for (const { from, to } of skipped) expect([from <= (plan.at(-1)?.opensOn ?? ''), to >= opensOn]).toEqual([true, true])
      if (skipped.length === 0)
        expect(plan.map(one => one.opensOn)).toEqual(planned(wanted, { ...given, holidays: [] }).map(one => one.opensOn))
      expect(plan.map(({ lessonId }) => lessonId).join('')).toBe('abcabc')
      for (const one of plan) {
        expect(holidayOn(one.opensOn, given.holidays)).toBeUndefined()
        if (one.dueOn !== null) expect([holidayOn(one.dueOn, given.holidays), one.dueOn >= one.opensOn]).toEqual([undefined, true])
      }
      expect(plan.slice(0, 3).map(one => one.opensOn)).toEqual(plan.slice(0, 3).map(one => one.opensOn).toSorted())
    }))
  })
})

describe('a plan of last year', () => {
  const before = {
    begins: '2025-09-01',
    holidays: [
      { name: 'Half-term', from: '2025-10-27', to: '2025-10-31' },
      { name: 'Christmas', from: '2025-12-22', to: '2026-01-02' },
    ],
  }
  const now = {
    begins: '2026-09-01',
    holidays: [
      { name: 'Half-term', from: '2026-10-19', to: '2026-10-30' },
      { name: 'Christmas', from: '2026-12-21', to: '2027-01-01' },
    ],
  }

  it('has each lesson in the same week of the same term, on the same day of the week', () => {
    // Second week after the autumn half-term, a Tuesday.
    expect(sameWeekOfTerm('2025-11-11', before, now)).toBe('2026-11-10')
    // First week of the year.
    expect(sameWeekOfTerm('2025-09-04', before, now)).toBe('2026-09-03')
    // The eighth week of a term that has seven this year.
    expect(sameWeekOfTerm('2025-10-22', before, now)).toBe('2026-10-14')
  })

  it('goes by the weeks of the year where nobody has put the school\'s dates in', () => {
    expect(sameWeekOfTerm('2025-11-11', { ...before, holidays: [] }, now)).toBe('2026-11-10')
    fc.assert(fc.property(fc.integer({ min: 0, max: 360 }), (after) => {
      const old = daysAfter('2025-09-01', after)
      const found = sameWeekOfTerm(old, { ...before, holidays: [] }, { ...now, holidays: [] })
      expect([weekdayOf(found), daysBetween(old, found)]).toEqual([weekdayOf(old), 364])
      expect(isWeekend(found)).toBe(isWeekend(old))
    }))
  })
})

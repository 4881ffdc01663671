import { describe, expect, it } from 'vitest'
import type { AssignChoices } from '#shared/api/assignments'
import { planned } from '#shared/lesson/plan'
import { beginningsOf, bodyOf, emptyDraft, fits, hadBy, optionsOf, planFor, planOfLastYear, skippedBy, targetsOf, type Draft } from './draft'

const given = (lessonId: string, groupId: string | null = null) =>
  ({ lessonId, kind: 'lesson', part: { kind: 'whole' }, groupId, opensOn: '2027-01-12', dueOn: null, isClosed: false }) as const
const choices: AssignChoices = {
  today: '2027-02-06',
  classes: [
    {
      id: 'rowan', name: '5 Rowan', year: 5, pupils: 32, lessonDays: [2], sameOrder: true, boosterWeeks: 6,
      groups: [{ id: 'wed', name: 'Wednesdays', pupils: 6 }], given: [],
    },
    {
      id: 'hazel', name: '5 Hazel', year: 5, pupils: 28, lessonDays: [], sameOrder: true, boosterWeeks: null, groups: [], given: [given('pass')],
    },
  ],
  holidays: [{ name: 'Half-term', from: '2027-02-15', to: '2027-02-19' }],
  lastYear: [],
  yearsBegin: ['2025-09-01', '2026-09-01'],
}
const to = targetsOf(choices)
const [rowan, group, hazel] = to

describe('a draft', () => {
  it('can go to classes and their groups, by their names', () => {
    expect(to.map(({ name, classId, groupId }) => [name, classId, groupId])).toEqual([
      ['5 Rowan', 'rowan', null], ['5 Rowan: Wednesdays', 'rowan', 'wed'], ['5 Hazel', 'hazel', null],
    ])
  })

  it('opens on the class\'s next lesson day, and is sent as it is shown', () => {
    const draft = { ...emptyDraft(), lessonIds: ['pass'], to: ['rowan'], boosterWeeks: null }
    const plan = planFor(draft, rowan, choices)
    expect(plan.lessons).toEqual([{ lessonId: 'pass', kind: 'lesson', opensOn: '2027-02-09', dueOn: null }])
    const body = bodyOf(draft, rowan ? [rowan] : [], choices)
    expect(body).toMatchObject({ classIds: ['rowan'], groupIds: [], opensOn: '2027-02-06', onLessonDays: true, firstDueOn: null })
    // The server reckons with the same function.
    expect(planned(body, { holidays: choices.holidays, lessonDays: [2] })).toEqual(plan.lessons)
  })

  describe('to classes with different lesson days', () => {
    const classes = choices.classes.map(one => ({ ...one, given: [], boosterWeeks: null, lessonDays: one.id === 'rowan' ? [2 as const] : [4 as const] }))
    const days = { ...choices, classes }
    const both = [rowan, hazel].filter(one => one !== undefined)
    const draft: Draft = { ...emptyDraft(), lessonIds: ['pass'], to: ['rowan', 'hazel'] }
    const begins = (change: Partial<Draft> = {}) =>
      beginningsOf({ ...draft, ...change }, both, days).map(one => [one.opensOn, one.dueOn, ...one.to.map(({ id }) => id)])

    it('gives each its own next lesson day, and each week after it', () => {
      expect(begins()).toEqual([['2027-02-09', null, 'rowan'], ['2027-02-11', null, 'hazel']])
      const two = { ...draft, lessonIds: ['pass', 'door'] }
      expect(both.map(one => planFor(two, one, days).lessons.map(({ opensOn }) => opensOn)))
        .toEqual([['2027-02-09', '2027-02-23'], ['2027-02-11', '2027-02-25']])
      for (const one of both)
        expect(planned(bodyOf(two, both, days), { holidays: days.holidays, lessonDays: one.id === 'rowan' ? [2] : [4] })).toEqual(planFor(two, one, days).lessons)
    })

    it('gives all the day that was chosen by hand, and the due day too, but for whoever begins after that', () => {
      expect(begins({ opensOn: '2027-02-10' })).toEqual([['2027-02-10', null, 'rowan', 'hazel']])
      expect(begins({ dueOn: '2027-02-12' })).toEqual([['2027-02-09', '2027-02-12', 'rowan'], ['2027-02-11', '2027-02-12', 'hazel']])
      // Before it opens for one of them: a week, and that is in the holidays.
      expect(begins({ dueOn: '2027-02-10' })).toEqual([['2027-02-09', '2027-02-10', 'rowan'], ['2027-02-11', '2027-02-22', 'hazel']])
    })

    it('takes a plan of last year to the lesson day of the same week, what is due with it and off the weekend', () => {
      const day = (opensOn: string, dueOn: string | null) => ({ lessonId: 'pass', kind: 'lesson' as const, opensOn, dueOn })
      expect(begins({ days: [day('2027-03-02', '2027-03-05')] })).toEqual([['2027-03-02', '2027-03-05', 'rowan'], ['2027-03-04', '2027-03-08', 'hazel']])
      // Chosen before the plan was: the plan's days count.
      expect(begins({ opensOn: '2027-02-10', days: [day('2027-03-05', null)] })).toEqual([['2027-03-02', null, 'rowan'], ['2027-03-04', null, 'hazel']])
    })

    it('names the holidays that a plan passes over, and whose where it is not all of them', () => {
      const names = (change: Partial<Draft>) => skippedBy({ ...draft, ...change }, both, { ...days, holidays: [...days.holidays, { name: 'Inset', from: '2027-03-02', to: '2027-03-02' }] })
        .map(({ holiday, to }) => [holiday.name, ...to.map(({ id }) => id)])
      expect(names({})).toEqual([])
      expect(names({ lessonIds: ['pass', 'door'] })).toEqual([['Half-term']])
      expect(names({ lessonIds: ['pass', 'door', 'fog'] })).toEqual([['Half-term'], ['Inset', 'rowan']])
      expect(names({ lessonIds: ['pass', 'door', 'fog'], weekly: false })).toEqual([])
      expect(names({ opensOn: '2027-02-16' })).toEqual([['Half-term']])
    })
  })

  it('starts with what all of its classes have alike, and what is said in it counts for these lessons alone', () => {
    const of = (change: Partial<Draft>) => {
      const { sameOrder, boosterWeeks } = optionsOf({ ...emptyDraft(), ...change }, choices)
      return [sameOrder, boosterWeeks]
    }
    expect(of({ to: ['rowan'] })).toEqual([true, 6])
    expect(of({ to: ['wed'] })).toEqual([true, 6])
    expect(of({ to: ['hazel'] })).toEqual([true, null])
    // One has a look back, the other none: as where nobody has said.
    expect(of({ to: ['rowan', 'hazel'] })).toEqual([true, 7])
    expect(of({})).toEqual([false, 7])
    expect(of({ to: ['rowan', 'hazel'], sameOrder: false, boosterWeeks: null })).toEqual([false, null])
    const draft = { ...emptyDraft(), lessonIds: ['pass'], to: ['rowan'] }
    expect(bodyOf(draft, rowan ? [rowan] : [], choices)).toMatchObject({ sameOrder: true, boosterWeeks: 6 })
    expect(planFor(draft, rowan, choices).lessons.map(({ kind }) => kind)).toEqual(['lesson', 'booster'])
    expect(planFor({ ...draft, boosterWeeks: null }, rowan, choices).lessons.map(({ kind }) => kind)).toEqual(['lesson'])
  })

  it('goes on with what somebody has, by class, unless a second time is begun on purpose', () => {
    const draft = { ...emptyDraft(), lessonIds: ['pass'], to: ['rowan', 'hazel'] }
    if (!rowan || !hazel || !group) throw new Error('there are three')
    expect(hadBy('pass', [rowan, hazel], choices.classes).map(one => one.to.id)).toEqual(['hazel'])
    expect(planFor(draft, hazel, choices).lessons).toEqual([])
    expect(bodyOf(draft, [rowan, hazel], choices)).toMatchObject({ again: [], goOn: [{ to: 'hazel', lessonId: 'pass' }] })
    const again = { ...draft, again: [{ to: 'hazel', lessonId: 'pass' }] }
    expect(planFor(again, hazel, choices).lessons).toHaveLength(2)
    expect(bodyOf(again, [rowan, hazel], choices)).toMatchObject({ again: [{ to: 'hazel', lessonId: 'pass' }], goOn: [] })
    // What the class has, its group has; what another group has, it does not.
    const classes = choices.classes.map(one => one.id === 'rowan' ? { ...one, given: [given('door'), given('fog', 'other')] } : one)
    expect(['door', 'fog'].map(id => hadBy(id, [group], classes).length)).toEqual([1, 0])
  })

  it('gives a part of a lesson, and questions of a quiz where it is one lesson', () => {
    const draft = { ...emptyDraft(), lessonIds: ['pass'], to: ['rowan'], leftOut: ['q1'], putIn: ['q2'] }
    const sent = (change: Partial<typeof draft>) => bodyOf({ ...draft, ...change }, rowan ? [rowan] : [], choices)
    expect(sent({ part: 'second' })).toMatchObject({ part: { kind: 'sitting', sitting: 2 }, leftOut: ['q1'], putIn: ['q2'] })
    expect(sent({ part: 'practice swap' })).toMatchObject({ part: { kind: 'practice', screen: 'swap' }, leftOut: [], putIn: [] })
    expect(sent({ part: 'practice swap', lessonIds: ['pass', 'door'] })).toMatchObject({ part: { kind: 'whole' }, leftOut: [], putIn: [] })
    expect(sent({ lessonIds: ['pass', 'door'] })).toMatchObject({ part: { kind: 'whole' }, leftOut: [], putIn: [] })
  })

  it('takes a second sitting for nothing of the first, and a whole lesson for both', () => {
    const classes = choices.classes.map(one => one.id === 'rowan' ? { ...one, given: [{ ...given('pass'), part: { kind: 'sitting', sitting: 1 } as const }] } : one)
    const draft = { ...emptyDraft(), lessonIds: ['pass'], to: ['rowan'], boosterWeeks: null }
    const lengths = (['second', 'quiz', 'first', 'whole'] as const).map(part => planFor({ ...draft, part }, rowan, { ...choices, classes }).lessons.length)
    expect(lengths).toEqual([1, 1, 0, 0])
    expect(bodyOf({ ...draft, part: 'second' }, rowan ? [rowan] : [], { ...choices, classes })).toMatchObject({ again: [], goOn: [] })
  })

  it('fits a school year by the ages in it', () => {
    expect(([1, 3, 4, 5, 6, 7, 9, 10, 11] as const).map(year => (['7-9', '9-11', '11-14', '14-16'] as const).filter(band => fits(band, [year])).join()))
      .toEqual(['', '7-9', '7-9', '9-11', '9-11', '11-14', '11-14', '14-16', '14-16'])
    expect(fits('7-9', [])).toBe(true)
  })

  it('copies a plan of last year, of lessons that there still are', () => {
    const old = { classId: 'rowan', name: '4 Rowan', isNameOfThen: true, given: [{ ...given('pass'), opensOn: '2026-01-13', dueOn: '2026-01-20' }, given('gone')] }
    expect(planOfLastYear(old, { ...choices, holidays: [] }, [{ id: 'pass' }])).toEqual([
      { lessonId: 'pass', kind: 'lesson', opensOn: '2027-01-12', dueOn: '2027-01-19' },
    ])
  })
})

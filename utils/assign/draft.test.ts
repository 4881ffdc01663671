import { describe, expect, it } from 'vitest'
import type { AssignChoices } from '#shared/api/assignments'
import { bodyOf, emptyDraft, fits, hadBy, optionsOf, planFor, planOfLastYear, targetsOf, type Draft } from './draft'

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
    expect(plan).toEqual([{ lessonId: 'pass', kind: 'lesson', opensOn: '2027-02-09', dueOn: null }])
    expect(bodyOf(draft, rowan ? [rowan] : [], choices)).toMatchObject({ classIds: ['rowan'], groupIds: [], opensOn: '2027-02-09', dueAfter: null })
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
    expect(planFor(draft, rowan, choices).map(({ kind }) => kind)).toEqual(['lesson', 'booster'])
    expect(planFor({ ...draft, boosterWeeks: null }, rowan, choices).map(({ kind }) => kind)).toEqual(['lesson'])
  })

  it('goes on with what somebody has, by class, unless a second time is begun on purpose', () => {
    const draft = { ...emptyDraft(), lessonIds: ['pass'], to: ['rowan', 'hazel'] }
    if (!rowan || !hazel || !group) throw new Error('there are three')
    expect(hadBy('pass', [rowan, hazel], choices.classes).map(one => one.to.id)).toEqual(['hazel'])
    expect(planFor(draft, hazel, choices)).toEqual([])
    expect(bodyOf(draft, [rowan, hazel], choices)).toMatchObject({ again: [], goOn: [{ to: 'hazel', lessonId: 'pass' }] })
    const again = { ...draft, again: [{ to: 'hazel', lessonId: 'pass' }] }
    expect(planFor(again, hazel, choices)).toHaveLength(2)
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
    const lengths = (['second', 'quiz', 'first', 'whole'] as const).map(part => planFor({ ...draft, part }, rowan, { ...choices, classes }).length)
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

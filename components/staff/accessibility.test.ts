// @vitest-environment happy-dom
/**
 * Every component of staff pages, as people with a screen reader meet it. Where this fails for want of an example or of a test: write the
 * one below, and what the component does into a *.test.ts beside it.
 */
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, it } from 'vitest'
import { h, type Component } from 'vue'
import { accessibilityProblems, openStaffPage } from '../../tests/support/staff/staff-page'

type Example = Parameters<typeof openStaffPage>[1]

const field = () => h('input')
const row = () => h('tr', [h('th', { scope: 'row' }, 'A friend'), h('td', 'some')])

const colleague = {
  id: 's2',
  name: 'Bo Carr',
  email: 'bo@hill.example',
  role: 'teacher',
  state: 'active',
  hasTwoFactor: true,
  hasPasskey: false,
  lacksSecondStep: true,
  isYou: false,
}
const clock = { doubt: 'ahead', now: '2027-11-29T08:00:00Z', against: '2026-11-29T07:59:00Z', left: 86_400_000 }
const lesson = { id: 'a1', title: 'Seems legit', kind: 'lesson', part: { kind: 'whole' }, opensOn: '2026-07-06', dueOn: null, hasOpened: true, isClosed: false, undoUntil: null, sittings: [] }
const work = {
  id: 'a1', classId: 'c1', className: '5B', lessonId: 'lying-online-9-11', kind: 'lesson', part: { kind: 'whole' }, opensOn: '2026-07-06', dueOn: null,
  counts: { 'not-started': 28, started: 0, finished: 0 },
}
const staff = { name: 'Ms Bird', role: 'teacher', school: { name: 'Hill School', logo: null }, secondStep: null }
const link = { link: 'https://lessons.example/x', email: 'bo@hill.example', mail: 'failed' }
const pupil = {
  id: 'p1',
  name: 'Ali',
  hasCard: false,
  hasAccount: true,
  pictures: ['fish', 'sun', 'boat'],
  key: 'k',
  cells: [{ progress: 'started', isCatchingUp: false, hasSecondGo: false, points: null, max: null }],
}
const one = {
  id: 'c1',
  name: '5B',
  year: '5',
  isArchived: false,
  staff: [
    { id: 's1', name: 'Ms Bird', isFixed: true },
    { id: 's2', name: 'Bo', isFixed: false },
  ],
  canDelete: true,
  pupils: [{ id: 'p1', name: 'Ali' }],
  lessonDays: [2],
  sameOrder: false,
  boosterWeeks: 7,
  groups: [],
  colleagues: [{ id: 's3', name: 'Cy' }],
}

const belief = { id: 'kind', text: 'Kind is safe.', of: 15, word: 'most', isWorth: true }
const share = { low: 'some', high: 'most' }
const words = { before: 'most', after: 'some', direction: 'down' }
const plan = { id: 'kind', title: 'Kind is not safe', beliefs: [belief], screen: { id: 'secret' }, steps: ['Show it.'], cards: [] }
const yearLine = {
  id: 'c1', name: '5 Hazel', year: '', pupils: 26, staff: [], open: 2, step: 'up', nextName: '6 Hazel', nextYear: '', goesOn: '2027-09-30',
  concerns: ['nobody'], isFirst: true, isDone: false,
}
const yearPlan = { begins: '2027-08-01', ends: '2028-07-31', choices: [], isEarly: false, lines: [yearLine], colleagues: [{ id: 's1', name: 'Bo' }], undo: null }
const yearRow = { line: yearLine, step: 'up', name: '6 Hazel', staffId: null, isClash: false, hasNobody: true, isDoubtful: true, comparison: undefined }
const yearRows = ['5 Hazel', '5 Elm', '4 Ash', '4 Oak', '3 Fir', '3 Yew', '2 Bay', '1 Box'].map((name, place) =>
  ({ ...yearRow, line: { ...yearLine, id: `c${place}`, name }, name: `${name} next` }))
const yearNew = { key: 'n1', name: '3 Elm', year: '', staffId: null, isClash: false }

const trouble = { tried: [{ id: 'p1', name: 'Ali', mustWait: true }], isHeldUp: true }
const cell = { progress: 'started', points: null, max: null, isCatchingUp: false, hasSecondGo: false }
const assigned = { ...lesson, lessonId: 'l1', locale: 'en', cover: null, group: null, undoUntil: null }
const board = { className: '5B', isArchived: false, assignments: [assigned], removed: [], pupils: [{ id: 'p1', name: 'Ali', cells: [cell] }] }
const to = { id: 'c1', classId: 'c1', groupId: null, name: '5B', pupils: 28 }
const had = { to, lessonId: 'l', since: '2026-07-06', isClosed: false }
const draft = { lessonIds: ['a', 'b'], to: [], opensOn: '', dueOn: null, weekly: true, boosterWeeks: 7, part: 'whole', sameOrder: false, again: [], days: null }
const calendar = { holidays: [{ name: 'Half-term', from: '2026-07-13', to: '2026-07-17' }], lessonDays: [2] }
const inCatalogue = {
  id: 'l', title: 'Fog Radio', summary: '', module: 'lying-online', band: '7-9', minutes: 20, sittings: [], locale: 'en', reviewedBy: [],
  locales: ['en'], cover: 'A fog',
}
const choices = { today: '2026-07-06', classes: [], holidays: [], lastYear: [], yearsBegin: ['2024-09-01', '2025-09-01'] }
const date = { id: 'd1', name: 'Half-term', from: '2026-07-13', to: '2026-07-17', source: 'typed' }
const examples: Readonly<Record<string, Example>> = {
  AlreadyHas: { props: { modelValue: [], had: [had], titleOf: () => 'Fog Radio' } },
  AssignFrom: { props: { hasDraft: true, lastYear: [{ classId: 'c1', name: '4B', isNameOfThen: true, given: [] }], copied: 'none' } },
  AssignHost: {},
  AssignMuch: {
    props: { modelValue: draft, lessonId: 'pass' },
    answers: { 'GET /api/lessons/pass/parts': { minutes: 25, sittings: null, practices: [{ screen: 'swap', title: 'Swap', type: 'sort', minutes: 3 }], quiz: null } },
  },
  AssignSheet: { answers: { 'GET /api/assignments/choices': choices, 'GET /api/lessons': [inCatalogue] } },
  AssignTo: { props: { modelValue: ['c1'], targets: [to] } },
  AssignWhen: {
    props: { modelValue: draft, calendar, opens: '2026-07-07', allOpen: '2026-07-07', today: '2026-07-06', options: { sameOrder: false, boosterWeeks: 7 } },
  },
  ChangeDates: {
    props: { open: true, id: 'a1', classId: 'c1', title: 'Fog Radio', opensOn: '2026-07-07', dueOn: null }, answers: { 'GET /api/assignments/choices': choices },
  },
  GettingIt: { props: { text: 'Getting the class…', isLate: true } },
  GroupPupils: { props: { open: true, classId: 'c1', groups: [{ id: 'g1', name: 'Wednesdays', pupilIds: [] }], pupils: [{ id: 'p1', name: 'Ali' }] } },
  ClassGroups: { props: { classId: 'c1', groups: [{ id: 'g1', name: 'Wednesdays', pupilIds: ['p1'] }], pupils: [{ id: 'p1', name: 'Ali' }] } },
  DayPicker: { props: { modelValue: '2026-07-07', label: 'Opens', calendar, name: 'opens' } },
  ClassUsual: { props: { classId: 'c1', usual: { lessonDays: [2], sameOrder: false, boosterWeeks: 7 } } },
  LessonPicker: { props: { modelValue: ['l'], lessons: [inCatalogue], years: [3], hadBy: () => [had] } },
  PlanPreview: { props: { plan: [{ lessonId: 'l', kind: 'lesson', opensOn: '2026-07-07', dueOn: '2026-07-14' }], lessons: [inCatalogue], part: { kind: 'whole' } } },
  SchoolDates: { answers: { 'GET /api/school/holidays': { holidays: [date], removed: [] } } },
  AddColleague: {},
  AddColleagues: {},
  AddPupils: { props: { classId: 'c1', className: '5B', classes: [] } },
  ClassInsight: { props: { assignments: [] } },
  BoardChips: {
    props: {
      chips: [{ id: 'p1', name: 'Ali', progress: 'started', cell }],
      isForRoom: false,
      showScores: false,
      itemsFor: () => [{ action: 'act', text: 'Excuse' }],
    },
  },
  ChosenClasses: { props: { count: 3, hidden: 1 } },
  ChosenPupils: { props: { classId: 'c1', groups: [], pupils: [{ id: 'p1', name: 'Ali', progress: 'started' }], lesson: assigned } },
  ClassLessons: { props: { classId: 'c1', year: '5', board: { ...board, removed: [assigned] } } },
  ClassPupils: { props: { one: { id: 'c1', name: '5B', isArchived: false, trouble, groups: [{ id: 'g1', name: 'Wednesdays', pupilIds: ['p1'] }], pupils: [{ id: 'p1', name: 'Ali', hasCard: true }] }, board } },
  ClassList: { props: { classes: [{ id: 'c1', name: '5B', pupils: 28, isOpen: true, yearEnds: '2027-08-31', staff: ['Ms Bird'] }] } },
  ClassSettings: { props: { one } },
  CanBeUndone: { props: { undoable: [{ kind: 'class', id: 'c1', className: '5B', until: '2026-11-30T10:40:00Z' }], lessons: [] } },
  ClockDoubt: { props: { clock } },
  ColleagueDialog: { props: { colleague } },
  ConfirmDialog: { props: { open: true, title: 'Delete 5B?', action: 'Delete it', isSending: false } },
  ConnectLms: {},
  CountedEvidence: { props: { insight: { counted: [{ form: 'quiz', state: 'shown', over: 20, classes: 1, isEarlier: false }], beliefs: [], changes: [] } } },
  DeletedClasses: { answers: { 'GET /api/deleted-classes': [{ id: 'c1', name: '5B', goesAt: '2026-11-30T10:40:00Z' }] } },
  DeletesDialog: { props: { open: true, sooner: { classes: 1, pupils: 28, attempts: 4, on: '2026-12-07' }, isSending: false } },
  EmailField: { props: { modelValue: '' } },
  FirstDay: { props: { state: { helpContact: '', dates: 0, classes: 0, pupils: 0, colleagues: 0, assignments: 0 }, isAdmin: true } },
  EvidenceChanged: { props: { changed: [{ kind: 'check', lesson: 'Fog Radio', text: 'Who is it?', before: share, after: share, verdict: 'close' }] } },
  DoorSign: {},
  EvidenceCoverage: { props: { coverage: { columns: [{ years: [5], lessons: ['Fog Radio'] }], statements: [], terms: [] }, framework: 'RSHE' } },
  EvidenceNotes: { props: { year: '2027-07-31', notes: ['A letter home.'] } },
  EvidenceShare: { props: { share } },
  EvidenceTerms: { props: { coverage: { columns: [], statements: [], terms: [] } } },
  FiveWindows: { props: { lit: 3 } },
  ForgottenPassword: { props: { modelValue: '' } },
  FormField: { props: { label: 'Name', hint: 'As pupils know you.' }, slots: { default: field } },
  GoingSoon: { answers: { 'GET /api/deletions': { classes: [{ isAnnounced: true, on: '2026-12-01' }] } } },
  HowMany: { props: { word: 'most' } },
  InsightBeliefs: { props: { insight: { beliefs: [belief], notMet: 0 }, pools: 1, canPlan: ['kind'] } },
  InsightChanges: { props: { insight: { changes: [], likely: [] }, lookedBack: [{ id: 'kind', text: 'Kind is safe.', words }] } },
  InsightDetail: { props: { insight: { items: [], verySure: [] }, least: 10 } },
  InsightTable: { props: { question: 'Who is it?', headings: ['Before'] }, slots: { default: row } },
  LessonTasks: { props: { classId: 'c1', title: 'Seems legit', isArchived: false, assignment: assigned } },
  LetIn: { props: { classId: 'c1', code: 'KTRM-4827', openUntil: null, isFirst: true } },
  LinkToPass: { props: link },
  ListChoice: { props: { unreadable: 'There is no name in it.', isOfSeveral: true } },
  ListDoubts: { props: { rows: [{ key: 0, inFile: 'Total: 3', reading: '', why: 'total' }, { key: 1, inFile: 'SMITH Zoë', reading: 'Zoë', why: 'full-name' }] } },
  ListFound: {
    props: {
      sheet: {
        columns: [{ label: 'Forename', names: [{ name: 'Zoë', initial: 'S' }] }, { label: 'Surname', names: [{ name: 'Smith' }] }], chosen: 0,
        classes: [{ label: 'Form', of: ['5R'] }], leftOut: ['UPN'], above: 1, hasHeadings: true,
      },
      leftOut: ['UPN'], column: 0, groups: 0, withInitials: false, encoding: 'utf-8',
    },
  },
  ListTaken: { props: { taken: { id: 'l1', until: '2026-11-30T10:00:00Z', classes: [{ id: 'c1', name: '5B', isNew: true, pupils: [pupil] }] } } },
  ListTargets: {
    props: {
      groups: [{
        title: '5R', target: { to: 'new', name: '5R', again: false }, year: '', teachers: ['bo@hill.example'], ended: 1, unknown: 2, isTooMany: false,
        asked: [], fine: [], there: ['Ali'], names: ['Zoë'],
      }],
      classes: [], colleagues: new Map(),
    },
  },
  CourseLessons: {
    props: {
      headers: {}, courseKey: 'k',
      board: {
        lessons: [{ id: 'a', lessonId: 'lying', title: 'Who is there?', kind: 'lesson', part: { kind: 'whole' }, dueOn: null, isClosed: false, undoUntil: null, isHere: true, isGraded: true }],
        pupils: [{ id: 'p', cells: [{ progress: 'started', isCatchingUp: false, hasSecondGo: false, grade: null }] }],
      },
    },
  },
  CoursePupils: {
    props: {
      headers: {}, names: null,
      board: {
        lessons: [{ id: 'a', lessonId: 'lying', title: 'Who is there?', kind: 'lesson', part: { kind: 'whole' }, dueOn: null, isClosed: false, undoUntil: null, isHere: true, isGraded: true }],
        pupils: [{ id: 'p', cells: [{ progress: 'started', isCatchingUp: false, hasSecondGo: false, grade: 'sent' }] }],
      },
    },
  },
  LmsCard: { props: { lms: { id: 'l1', name: 'Moodle', issuer: 'https://m.example', clientId: 'c', deploymentIds: [], state: 'waiting', waiting: 0, refused: 0, courses: [] } } },
  LoginCards: { props: { cards: [pupil], className: '5B', code: 'KTRM-4827' }, state: { staff } },
  MovePupils: { props: { open: true, classId: 'c1', pupils: [{ id: 'p1', name: 'Ali' }] } },
  NameForm: { props: { label: 'Name', hint: 'First names.', action: 'Save' } },
  NeedsYou: { props: { lessons: [], most: 4, needs: [{ kind: 'held-up', classId: 'c1', className: '5B', pupilId: 'p1', name: 'Ali' }] } },
  NewPictures: { props: { pupils: [pupil], className: '5B' } },
  NextLesson: { props: { next: { ...work, pupils: 28, isOpenForJoining: false }, lesson: undefined, day: '2026-07-06' } },
  Passkeys: { props: { passkeys: [{ id: 'k1', name: 'My phone', madeAt: '2026-11-03T10:00:00Z' }] } },
  PasswordField: { props: { modelValue: '', label: 'Password', hint: 'At least 12.', autocomplete: 'new-password' } },
  PasswordStrength: { props: { password: '', names: [] } },
  ProblemNote: { props: { text: 'The name is taken.' } },
  ProgressTable: { props: { assignments: [lesson], pupils: [pupil], showScores: true } },
  QrCode: { props: { text: 'https://lessons.example/join' } },
  ProgressBar: { props: { finished: 1, started: 1, of: 3 } },
  PupilTasks: { props: { classId: 'c1', pupil: { id: 'p1', name: 'Ali' }, isArchived: false } },
  RosterUndo: {
    answers: {
      'GET /api/roster-changes': [
        { id: 'l1', kind: 'list', madeAt: '', until: '2026-11-30T10:00:00Z', by: 'Ms Bird', moved: 0, left: 0, made: 1, pupils: 3, to: ['5B'] },
      ],
      'GET /api/classes': [],
    },
  },
  SaveRow: { props: { action: 'Save', isBusy: false, done: 'Saved' } },
  SchoolWays: {},
  SecondStepRule: { props: { modelValue: 'everybody', tookSecondStep: true, without: [{ name: 'Bo Carr', role: 'teacher' }] } },
  SendButton: { props: { isBusy: false }, slots: { default: () => h('span', 'Send') } },
  StaffDialog: { props: { open: true, title: 'Rename Ali' }, slots: { default: () => h('p', 'As pupils know him.') } },
  StaffFoot: { props: { action: 'Assign', name: 'assign' } },
  StaffIcon: { props: { name: 'door' } },
  StaffMenu: { props: { label: 'More for Ali', items: [{ action: 'move', text: 'Move' }] } },
  StaffRail: { props: { isAdmin: true }, answers: { 'GET /api/classes': [{ id: 'c1', name: '5B', isArchived: false }] } },
  StaffSegments: { props: { modelValue: 'all', name: 'show', options: [{ value: 'all', text: 'All 9' }, { value: 'up', text: 'Move up 8' }] } },
  StaffSelect: { props: { modelValue: 'up', label: 'What becomes of 5B', options: [{ value: 'up', text: 'Moves up' }] } },
  StaffTable: { props: { colleagues: Array.from({ length: 9 }, (_, place) => ({ ...colleague, id: `s${place}` })) } },
  StateSign: { props: { state: 'finished', said: true } },
  YearComparison: { props: { comparison: { key: 'c1', new: ['New'], missing: ['Kai'], moved: [{ name: 'Ola', from: '6R' }], doubts: 1 } } },
  YearLine: { props: { row: yearRow, colleagues: yearPlan.colleagues, isChosen: false } },
  YearNewLine: { props: { one: yearNew, colleagues: yearPlan.colleagues, isPickedFrom: true } },
  YearTable: { props: { plan: yearPlan, rows: yearRows, news: [yearNew] } },
  TomorrowCard: { props: { plan, lesson: { lessonId: 'lying-online-9-11', locale: 'en' } } },
  TroubleNotes: { props: { classId: 'c1', trouble } },
  TwoFactor: { props: { isOn: false } },
  WeekLines: { props: { lines: [{ on: '2026-07-06', holiday: { name: 'Inset', from: '2026-07-06', to: '2026-07-06' }, isQuiet: true }], lessons: [], today: '2026-07-06' } },
  TwoWeeks: { props: { days: [{ on: '2026-07-06', work: [{ ...work, what: 'opens' }] }], holidays: [], lessons: [], today: '2026-07-06', most: 4 } },
  UndoToasts: {},
}

/** Components that no test of their own has to try, each with its reason. */
const untested: Readonly<Record<string, string>> = { StaffIcon: 'it draws one path' }

const components = Object.entries(import.meta.glob<Component>('./**/*.vue', { import: 'default', eager: true })).map(
  ([path, component]) => ({ name: basename(path, '.vue'), component }),
)

it.each(components)('$name has nothing that axe-core finds fault with', async ({ name, component }) => {
  expect(Object.keys(examples)).toContain(name)
  await openStaffPage(component, examples[name])
  expect(document.body.textContent).not.toBe(name)
  expect(await accessibilityProblems()).toEqual([])
})

it('every component of staff pages is tried by what it does, in a test below this folder', () => {
  const tests = globSync('components/staff/*/*.test.ts').map(path => readFileSync(path, 'utf8')).join('\n')
  const missing = components.map(({ name }) => name).filter(name => !tests.includes(`/${name}.vue'`) && !(name in untested))
  expect(missing).toEqual([])
  for (const name of Object.keys(untested)) expect(components.map(component => component.name)).toContain(name)
})

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { Lesson } from '#activities/lesson'
import { findLesson, lessonsIn, readLibrary } from '../../../server/content/library/library'
import { folderSource } from '../../../server/content/sources/folder-source'
import { boardOf } from '../../../server/assignments/board'
import { listClasses } from '../../../server/classes/classes'
import { myAssignments } from '../../../server/assignments/my-list'
import { join } from '../../../server/classes/joining'
import { deletionsOf } from '../../../server/school/deletions'
import { lookAfter } from '../../../server/school/retention'
import { listStaff } from '../../../server/accounts/staff/staff'
import { insightOf } from '../../../server/insight/insight'
import { shownOf } from '../../../server/insight/shown'
import { engines, freshDatabase } from '../../../tests/support/databases/databases'
import { seedDemo } from './seed'

const content = await readLibrary(folderSource(fileURLToPath(new URL('../../../content', import.meta.url))))
/** Lessons need have no checks: here each has one before and after, so that what comes of them is there to be seen. */
const library = {
  ...content,
  lessons: content.lessons.map(file => ({ ...file, value: { ...file.value, screens: withChecks(file.value) } })),
}
const secret = 's'.repeat(40)

function withChecks({ screens, objectives, misconceptions }: Lesson): Lesson['screens'] {
  const form = (form: 'before' | 'after') => ({
    id: `check-${form}`, type: 'check', title: 'Four questions', form,
    items: ['one', 'two', 'three'].map(id => ({
      id, kind: 'knowledge', objective: objectives[0]?.id, question: 'What helps?',
      options: [
        { id: 'tell', text: 'Telling somebody', correct: true },
        { id: 'wait', text: 'Waiting', misconception: misconceptions[0]?.id },
        { id: 'hide', text: 'Hiding it', misconception: misconceptions[0]?.id },
      ],
    })),
  })
  const [opening, ...rest] = screens.filter(({ type }) => type !== 'check')
  return [opening, form('before'), ...rest.slice(0, -1), form('after'), ...rest.slice(-1)] as Lesson['screens']
}

it.each(engines)('the demo school on %s has something to see everywhere', async (engine) => {
  const { db } = await freshDatabase(engine)
  const now = new Date()
  const { code, pupil } = await seedDemo({ db, library, secret, now })

  const by = await db.selectFrom('staff').select(['id', 'school_id as schoolId']).where('role', '=', 'admin').executeTakeFirstOrThrow()
  const admin = { ...by, role: 'admin' as const, name: '', email: '' }
  expect((await listStaff(db, admin)).map(({ role, state }) => [role, state])).toEqual([['teacher', 'active'], ['admin', 'active']])
  const classes = await listClasses(db, admin)
  expect(classes.map(({ name, pupils, isArchived }) => [name, pupils, isArchived]))
    .toEqual(expect.arrayContaining([['5 Hazel', 12, true], ['5 Rowan', 28, false], ['Wednesday group', 6, false]]))

  const boards = await Promise.all(classes.map(({ id }) => boardOf(db, admin, id, true)))
  const states = boards.flatMap(({ pupils }) => pupils.flatMap(({ cells }) => cells.map(({ progress }) => progress)))
  expect(new Set(states)).toEqual(new Set(['not-started', 'started', 'finished', 'excused']))
  const all = lessonsIn(library, 'en')
  expect(new Set(boards.flatMap(board => board.assignments.map(({ lessonId }) => lessonId))), 'every lesson there is')
    .toEqual(new Set(all.map(({ id }) => id)))
  expect(classes).toHaveLength(3 + ['7-9', '14-16'].filter(band => all.some(lesson => lesson.band === band)).length)
  const assignments = boards.flatMap(board => board.assignments)
  const day = now.toISOString().slice(0, 10)
  expect(assignments.some(({ isClosed }) => isClosed)).toBe(true)
  expect(assignments.some(({ isClosed, dueOn }) => !isClosed && dueOn !== null && dueOn < day)).toBe(true)
  expect(assignments.some(({ opensOn }) => opensOn > day)).toBe(true)
  expect(assignments.some(({ kind }) => kind === 'booster')).toBe(true)

  const boardOfClass = (name: string) => boards[classes.findIndex(one => one.name === name)]
  const closed = boardOfClass('5 Rowan')?.assignments.find(({ isClosed }) => isClosed)
  const lesson = findLesson(library, closed?.lessonId ?? '', 'en')
  const insightInto = async (id: string) => lesson && insightOf(lesson, (await shownOf(db, [id])).get(id) ?? [])
  const insight = await insightInto(closed?.id ?? '')
  expect(insight?.beliefs.length).toBeGreaterThan(5)
  expect(insight?.changes.length).toBeGreaterThan(0)
  const small = boardOfClass('Wednesday group')?.assignments.find(({ isClosed }) => isClosed)
  expect(new Set((await insightInto(small?.id ?? ''))?.counted.map(({ state }) => state))).toEqual(new Set(['few']))

  const one = await db
    .selectFrom('pupil')
    .select(['id', 'name', 'class_id as classId', 'school_id as schoolId'])
    .where('name', '=', pupil.name)
    .executeTakeFirstOrThrow()
  const mine = (await myAssignments(db, one, now)).filter(({ state }) => state === 'started' || state === 'open')
  expect(mine.map(({ state }) => state).sort(), 'something to carry on with, and something new').toEqual(['open', 'started'])
  const { id } = one
  expect(await join({ db, secret, address: '192.0.2.1' }, { classCode: code, pupilId: id, pictures: pupil.pictures })).toMatchObject({ id })
  await lookAfter(db, () => undefined, now, null)
  expect((await deletionsOf(db, admin, now)).classes).toEqual([])
})

it('the demo leaves a database with a school in it alone', async () => {
  const { db } = await freshDatabase('sqlite')
  await seedDemo({ db, library, secret, now: new Date() })
  await expect(seedDemo({ db, library, secret, now: new Date() })).rejects.toThrow('already')
})

it('the demo does not start where a real database is named', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/data/demo.ts'], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: 'postgres://nobody@localhost:1/none' },
  })
  expect(stderr).toContain('DATABASE_URL is set')
  expect(status).toBe(2)
})

import { expect, it } from 'vitest'
import { fold, newAttempt, type Attempt } from '#shared/attempt/attempt'
import type { Saving } from '#shared/attempt/recorder'
import { outlineOf } from '#activities/scoring'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { onceWhole, type ClassRecorder } from './once-whole'

const outline = outlineOf(fixtureLesson())
const fresh = newAttempt(outline)
const second = fold(outline, fresh, { type: 'arrived', screenId: 'first-clue' })
const third = fold(outline, second, { type: 'arrived', screenId: 'chat-kicka' })

function late({ isNew }: { readonly isNew: boolean }) {
  const recorded: Attempt[] = []
  const inner: ClassRecorder = {
    resume: async () => ({ kind: 'resume', attempt: third }),
    takeOver: async () => null,
    record: attempt => void recorded.push(attempt),
    finish: attempt => void recorded.push(attempt),
    clear() {},
    saveAgain() {},
    onSaving: to => to('retrying'),
    leave() {},
  }
  let come = (_: ClassRecorder) => {}
  const recorder = onceWhole(new Promise<ClassRecorder>(resolve => come = resolve), async () => isNew)
  return { recorder, recorded, come: async () => {
    come(inner)
    await Promise.resolve()
  } }
}

it('whoever begins does not wait for the whole lesson, and what they do until it comes is recorded then, in order', async () => {
  const { recorder, recorded, come } = late({ isNew: true })
  const said: Saving[] = []
  recorder.onSaving(saving => said.push(saving))
  expect(await recorder.resume()).toEqual({ kind: 'fresh' })
  recorder.record(second)
  recorder.record(third)
  recorder.leave()
  expect([recorded, said]).toEqual([[], ['saved']])
  await come()
  recorder.finish(third)
  expect([recorded, said]).toEqual([[second, third, third], ['saved', 'retrying']])
})

it('whoever has done something goes on with it once the lesson is whole, and not before', async () => {
  const { recorder, come } = late({ isNew: false })
  let resumed: unknown
  const waits = recorder.resume().then(found => resumed = found)
  await new Promise(resolve => setTimeout(resolve, 5))
  expect(resumed).toBeUndefined()
  await come()
  await waits
  expect(resumed).toEqual({ kind: 'resume', attempt: third })
})

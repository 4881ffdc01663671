import { expect, it } from 'vitest'
import { inMemoryRecorder } from '#shared/attempt/in-memory-recorder'
import { attempts } from '../../tests/support/packages/attempts'

it('keeps what it is given until it is told to forget, and the last word at the end', async () => {
  const recorder = inMemoryRecorder()
  expect(await recorder.resume()).toEqual({ kind: 'fresh' })
  expect(await recorder.takeOver()).toBeNull()
  recorder.record(attempts.fresh)
  recorder.record(attempts.underWay)
  expect(recorder.recorded).toEqual([attempts.fresh, attempts.underWay])
  expect(await recorder.takeOver()).toBe(attempts.underWay)
  expect(recorder.finished).toBeNull()
  recorder.finish(attempts.ended)
  expect(recorder.finished).toBe(attempts.ended)
  recorder.clear()
  expect(recorder.recorded).toEqual([])
})

it('gives back what it was started with, and says that it is saved', async () => {
  const recorder = inMemoryRecorder({ kind: 'elsewhere', attempt: attempts.passed })
  expect(await recorder.resume()).toEqual({ kind: 'elsewhere', attempt: attempts.passed })
  expect(await recorder.takeOver()).toBe(attempts.passed)
  const said: string[] = []
  recorder.onSaving(saving => said.push(saving))
  recorder.saveAgain()
  expect(said).toEqual(['saved'])
})

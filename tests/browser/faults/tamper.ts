/** Suspend data as it should not come back. */
import { newAttempt } from '#shared/attempt/attempt'
import { encodeAttempt } from '#shared/attempt/suspend-data'
import type { Tampering } from '../../support/faults/row.ts'
import type { Scene } from './scene.ts'

/** Changes what the LMS holds between two visits. */
export async function tamper(scene: Scene, how: Tampering): Promise<void> {
  const { suspendData } = await scene.held()
  const attempt = newAttempt(scene.facts.outline)
  const changed: Readonly<Record<Tampering, () => string>> = {
    cut: () => suspendData.slice(0, suspendData.length / 2),
    corrupted: () => suspendData.replace(/[a-z](?=[^a-z]*$)/, letter => letter === 'x' ? 'y' : 'x'),
    'other-lesson': () => encodeAttempt({ ...attempt, lessonId: 'some-other-lesson-9-11' }),
    'older-version': () => encodeAttempt({ ...attempt, lessonVersion: attempt.lessonVersion - 1 }),
    'future-format': () => suspendData.replace(/^w\d+/, 'w99'),
    gone: () => '',
  }
  await scene.change({ suspendData: changed[how]() })
}

/** A pupil's attempt at what their class was given: told to the server as it happens, kept on the device until the server has it. */
import { newAttempt, type Attempt } from '#shared/attempt/attempt'
import { changesBetween, type AttemptChange } from '#shared/attempt/attempt-changes'
import { freshAfter, type Recorder, type Resumed, type Saving } from '#shared/attempt/recorder'
import { nextPause, savingPauses } from '#shared/attempt/retry'
import { decodeAttempt } from '#shared/attempt/suspend-data'
import type { Outline } from '#shared/lesson/outline'
import type { PlayerLesson } from '#activities/lesson'
import { foldChange, withSums } from '#activities/fold-changes'
import { lacksSum } from '#activities/scoring'
import { keyAt, type Outbox } from './class-outbox'
import { sendWaiting, type Post, type Sent } from './class-sender'
import { heldIn, withHeld } from './held-checks'
import type { OwnAnswers } from './own-answers'
import type { Waiting } from './waiting'

/** The parts of the browser that this recorder uses; tests bring their own. */
export interface ClassDevice {
  readonly outbox: Outbox
  readonly post: Post
  readonly now: () => number
  readonly newId: () => string
  /** @returns what the server holds, as text, or null where it cannot be asked */
  readonly ask: (assignmentId: string) => Promise<string | null>
  readonly own: OwnAnswers
  /** Calls back after so many milliseconds. */
  readonly later: (then: () => void, after: number) => void
}

const told: Readonly<Record<Sent, Saving>> = {
  sent: 'saved',
  later: 'retrying',
  'signed-out': 'signed-out',
  closed: 'closed',
  refused: 'not-recorded',
}

export interface ClassAttempt {
  readonly pupilId: string
  readonly assignmentId: string
  readonly lesson: PlayerLesson
  readonly outline: Outline
  /** What the server holds, as text, or null. */
  readonly state: string | null
}

/** @returns the recorder, and how to send at once when the page goes */
export function classRecorder(
  { pupilId, assignmentId, lesson, outline, state }: ClassAttempt,
  device: ClassDevice,
): Recorder & { leave: () => void } {
  let last = newAttempt(outline)
  const version = outline.lessonVersion
  /** What was chosen in another version of the lesson is not gone on with. */
  const work = `${assignmentId}.${version}`
  let saving: Saving = 'saved'
  let listener: (saving: Saving) => void = () => {}
  let count = 0
  let pause = savingPauses.first
  let isWaiting = false
  let sending: Promise<void> | undefined
  let again = false
  let counted: (attempt: Attempt) => void = () => {}
  let { kept: chosenHere, held } = heldIn(device.own.of(pupilId, work))

  function announce(now: Saving) {
    if (now !== saving) listener((saving = now))
  }

  function keep(waiting: Waiting): Promise<void> {
    return device.outbox.add({ key: keyAt(device.now(), count++, device.newId()), pupilId, assignmentId, waiting })
  }

  async function send(keepalive: boolean) {
    const result = await sendWaiting(device.outbox, pupilId, device.post, keepalive)
    announce(told[result])
    if (result === 'sent' || result === 'refused') await learnSums()
    if (result !== 'later' && result !== 'signed-out') {
      pause = savingPauses.first
      return
    }
    if (isWaiting) return
    isWaiting = true
    device.later(() => {
      isWaiting = false
      void flush()
    }, pause)
    pause = nextPause(pause, savingPauses)
  }

  /** Of what was done elsewhere only the server knows what it comes to; it is asked once all of it is there. */
  async function learnSums() {
    if (!lacksSum(lesson, last)) return
    const decoded = decodeAttempt(outline, await device.ask(assignmentId))
    if (decoded.kind !== 'attempt') return
    const learned = withSums(lesson, last, decoded.attempt)
    if (learned !== last) counted((last = learned))
  }

  /** One at a time; what comes meanwhile goes with the next. */
  function flush(keepalive = false): Promise<void> {
    if (sending) {
      again = true
      return sending
    }
    sending = send(keepalive).finally(() => {
      sending = undefined
      if (again) {
        again = false
        void flush()
      }
    })
    return sending
  }

  async function resume(): Promise<Resumed> {
    const decoded = decodeAttempt(outline, state)
    const saved = decoded.kind === 'attempt' ? decoded.attempt : newAttempt(outline)
    const waiting = (await device.outbox.of(pupilId)).flatMap(entry =>
      entry.assignmentId === assignmentId && entry.waiting.kind === 'event' ? [entry.waiting.event] : [],
    )
    const mine = waiting.filter(event => (event.version ?? version) === version)
    // The server tells what is done, and not what was chosen: that is here, where it was chosen here.
    const chosen = Object.entries(chosenHere).map(([screen, packed]): AttemptChange => ({
      kind: 'answered',
      screen,
      packed,
    }))
    const isResumed = decoded.kind === 'attempt' || mine.length > 0
    if (isResumed) last = [...chosen, ...mine.map(({ change }) => change)].reduce(
      (attempt, change) => foldChange(lesson, outline, attempt, change),
      saved,
    )
    if (waiting.length > 0 || lacksSum(lesson, last)) void flush()
    if (isResumed) return { kind: 'resume', attempt: last }
    const hadFinished = waiting.some(({ change }) => change.kind === 'finished')
    // What waits here of an earlier version says as much as what the server holds.
    return freshAfter(waiting.length > 0 ? { kind: 'updated', preferences: '', hadFinished } : decoded, decoded.kind === 'updated' && decoded.hadFinished)
  }

  const keepOwn = () => device.own.keep(pupilId, work, withHeld(chosenHere, held))

  function record(attempt: Attempt) {
    const changes = changesBetween(last, attempt)
    last = attempt
    chosenHere = attempt.answers
    keepOwn()
    if (changes.length === 0) return
    void Promise.all(changes.map(change => keep({ kind: 'event', event: { id: device.newId(), version, change } }))).then(() => flush())
  }

  return {
    resume,
    record,
    finish: record,
    holdCheck(form, answers) {
      held = { ...held, [form]: answers }
      keepOwn()
    },
    heldCheck: form => held[form] ?? {},
    countCheck(form, answers) {
      const { [form]: _, ...others } = held
      held = others
      keepOwn()
      void keep({ kind: 'check', id: device.newId(), form, answers, version }).then(() => flush())
    },
    // Another tab or device tells the same server, which brings both together.
    takeOver: async () => null,
    // What is done for a class stays done.
    clear() {},
    saveAgain: () => void flush(),
    onCounted(to) {
      counted = to
    },
    onSaving(to) {
      listener = to
      to(saving)
    },
    leave: () => void flush(true),
  }
}

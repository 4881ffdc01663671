/** What the pupil has done so far in one lesson, and where it is saved. The one learning store: page and SCORM player both use it. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { fold, newAttempt, resultOf, statusOf, type Attempt, type LessonEvent } from '#shared/attempt/attempt'
import { nextScreen, placeOf, previousScreen } from '#shared/attempt/navigation'
import { keepsAnswer, type Outline, type Records } from '#shared/lesson/outline'
import { hasOwnKey } from '#shared/attempt/has-own-key'
import type { Recorder, Resumed, Saving, StartedAgain } from '#shared/attempt/recorder'
import type { PlayerLesson } from '#activities/lesson'
import { isActivity } from '#activities/is-activity'
import type { Activity, ActivityType, AnswerOf } from '#activities/schemas'
import { isComplete, lacksSum, outlineOf, recalledAnswer, scoredAnswer, unpackedAnswer, type OutlineRules } from '#activities/scoring'
import { wordedScreens, type Answers } from '#activities/worded-screens'

/**
 * `ask`: an earlier visit's attempt lies on this device. `elsewhere`: the lesson is open in another tab.
 * `break`: between two sittings, the place is the second one's first screen already. `stopped`: there the pupil stopped for today.
 * `over`: finished, nothing more is recorded.
 */
export type Phase = 'playing' | 'ask' | 'elsewhere' | 'break' | 'stopped' | 'over'

export const useLessonSession = defineStore('lesson-session', () => {
  const lesson = shallowRef<PlayerLesson>()
  const outline = shallowRef<Outline>({ lessonId: '', lessonVersion: 1, passMark: null, screens: [] })
  const attempt = shallowRef<Attempt>(newAttempt(outline.value))
  /** Given since the start, in memory only. What may be saved of an answer is in the attempt (see `scoredAnswer`). */
  const answers = shallowRef<Answers>({})
  const phase = ref<Phase>('playing')
  const saving = ref<Saving>('saved')
  /** Why an earlier save could not be used, for a notice. */
  const startedAgain = ref<StartedAgain>()
  /** The host is being asked for a saved attempt; until it has answered nothing is shown that may have to go again. */
  const isConnecting = ref(false)
  let recorder: Recorder | undefined
  let offered: Attempt | undefined

  /** Screens that have a version with less at once are shown in it. */
  const hasSupport = ref(false)
  /** What was chosen earlier is remembered from the answers alone, so it lasts as long as they are in memory. */
  const worded = computed(() => wordedScreens(lesson.value?.screens ?? [], answers.value, hasSupport.value))
  const here = computed(() => worded.value.find(({ screen }) => screen.id === attempt.value.screenId))
  const screen = computed(() => here.value?.screen)
  const status = computed(() => statusOf(outline.value, attempt.value))
  /** Passed or ended, there is no mark to reach, or the total is still to come: nothing keeps the pupil at the quiz. */
  const isSettled = computed(
    () => outline.value.passMark === null || resultOf(outline.value, attempt.value).success !== null || isWithoutSum.value,
  )
  const progress = computed(() => placeOf(outline.value, attempt.value.screenId))
  const answer = computed(() => {
    if (hasOwnKey(answers.value, attempt.value.screenId)) return answers.value[attempt.value.screenId]
    return savedAnswer() ?? (here.value && recalledAnswer(here.value.screen, here.value.before))
  })
  /** Some of it was done elsewhere, and the host has not told yet what it comes to. */
  const isWithoutSum = computed(() => lesson.value !== undefined && lacksSum(lesson.value, attempt.value))
  const isScreenDone = computed(() => {
    const now = screen.value
    return now !== undefined && (!isActivity(now) || isComplete(now, answer.value))
  })

  /** There was something to do, and it is done. */
  const isScreenFinished = computed(() => {
    const now = screen.value
    return isScreenDone.value && now !== undefined && isActivity(now) && !isComplete(now, undefined)
  })

  /** Puts a fresh attempt on the first screen; the same on the server and in the browser, so that the opening screen can be prerendered. */
  function open(opened: PlayerLesson, rules?: OutlineRules) {
    lesson.value = opened
    outline.value = outlineOf(opened, rules)
    recorder = undefined
    phase.value = 'playing'
    startedAgain.value = undefined
    restore(newAttempt(outline.value))
  }

  /** The same lesson in another language: ids are the same, so everything done stays done. */
  function translate(translated: PlayerLesson) {
    lesson.value = translated
  }

  /** The host may judge by a pass mark of its own. */
  function adoptPassMark() {
    const mark = recorder?.passMark
    if (mark !== undefined && mark !== outline.value.passMark) outline.value = { ...outline.value, passMark: mark }
  }

  /** Changes between the versions of screens. Practice under way begins again: its answers may name what the other version has not. */
  function useSupport(use: boolean) {
    if (hasSupport.value === use) return
    hasSupport.value = use
    answers.value = answersThat(keepsAnswer)
  }

  function answersThat(isMeant: (records: Records) => boolean): Answers {
    const meant = new Set(outline.value.screens.filter(({ records }) => isMeant(records)).map(({ id }) => id))
    return Object.fromEntries(Object.entries(answers.value).filter(([id]) => meant.has(id)))
  }

  /** The host has counted what was done elsewhere. What is under way here, and what is remembered of it, goes on. */
  function takeCount(counted: Attempt) {
    attempt.value = counted
    answers.value = answersThat(records => !keepsAnswer(records))
  }

  /** Connects the place where the attempt is saved and goes on from there, if the host says so. */
  async function connect(to: Recorder) {
    recorder = to
    to.onSaving((now) => {
      saving.value = now
      adoptPassMark()
      if (now === 'taken-over') phase.value = 'elsewhere'
    })
    to.onCounted?.(takeCount)
    isConnecting.value = true
    const resumed = await to.resume()
    isConnecting.value = false
    adoptPassMark()
    if (resumed.kind === 'fresh' || resumed.kind === 'resume') goOnFrom(resumed)
    else {
      offered = resumed.attempt
      phase.value = resumed.kind
    }
  }

  /** Goes on from what the host has found, perhaps only after the lesson had begun. */
  function goOnFrom(found: Extract<Resumed, { kind: 'resume' | 'fresh' }>) {
    if (found.kind === 'resume') restore(found.attempt)
    else startedAgain.value = found.reason
  }

  /** Goes on with the attempt that an earlier visit left. */
  function carryOn() {
    if (offered) restore(offered)
    offered = undefined
    phase.value = 'playing'
    recorder?.record(attempt.value)
  }

  /** Forgets what an earlier visit left and starts on the first screen. */
  function startNew() {
    offered = undefined
    recorder?.clear()
    restore(newAttempt(outline.value))
    phase.value = 'playing'
  }

  /** Brings the lesson from another tab to this one. */
  async function bringHere() {
    const newest = await recorder?.takeOver()
    if (newest) restore(newest)
    offered = undefined
    phase.value = 'playing'
  }

  function restore(restored: Attempt) {
    attempt.value = restored
    answers.value = {}
  }

  /** Read when it is asked for, since in a package the types come after the opening. */
  function savedAnswer() {
    const { answers: saved, screenId } = attempt.value
    const packed = hasOwnKey(saved, screenId) ? saved[screenId] : undefined
    const activity = lesson.value?.screens.find(({ id }) => id === screenId)
    if (packed === undefined || !activity || !isActivity(activity)) return undefined
    const unpacked = unpackedAnswer(activity, packed) ?? undefined
    if (activity.type !== 'check' || unpacked === undefined) return unpacked
    return { ...unpacked as AnswerOf<'check'>, ...recorder?.heldCheck?.(activity.form) } as AnswerOf<'check'>
  }

  function apply(event: LessonEvent) {
    const next = fold(outline.value, attempt.value, event)
    if (next === attempt.value) return
    attempt.value = next
    recorder?.record(next)
  }

  /** Takes an answer to the activity on the screen: score it, fold it, save what may be saved. */
  function give(activity: Activity, given: AnswerOf<ActivityType>) {
    answers.value = { ...answers.value, [activity.id]: given }
    const scored = scoredAnswer(activity, given)
    apply({ type: 'answered', screenId: activity.id, ...scored })
    if (activity.type !== 'check') return
    if (scored.outcome.complete) recorder?.countCheck?.(activity.form, given as AnswerOf<'check'>)
    else recorder?.holdCheck?.(activity.form, given as AnswerOf<'check'>)
  }

  function goTo(screenId: string | null) {
    if (screenId !== null) apply({ type: 'arrived', screenId })
  }

  /** On the way into the second sitting there is a break, once. */
  function goForward(screenId: string | null) {
    if (screenId === null) return
    const isNew = !hasOwnKey(attempt.value.marks, screenId)
    goTo(screenId)
    if (isNew && lesson.value?.screens.find(({ id }) => id === screenId)?.startsSitting) phase.value = 'break'
  }

  const goOn = () => goForward(nextScreen(outline.value, attempt.value.screenId))

  function goBack() {
    goTo(previousScreen(outline.value, attempt.value.screenId))
    phase.value = 'playing'
  }

  function endBreak() {
    phase.value = 'playing'
  }

  /** The pupil stops for today, at the break: saves, and ends the session with the host so that it can be gone on from. */
  function stop() {
    phase.value = 'stopped'
    recorder?.stop?.(attempt.value)
  }

  /** Leaves this screen undone, which is always allowed. */
  function skip() {
    const next = nextScreen(outline.value, attempt.value.screenId)
    const skipped = fold(outline.value, attempt.value, { type: 'skipped', screenId: attempt.value.screenId })
    attempt.value = skipped
    goForward(next)
  }

  /** Tries again at once what could not be saved. */
  const saveAgain = () => recorder?.saveAgain()

  /** The pupil is done: saves for good and ends the session with the host. */
  function finish() {
    attempt.value = fold(outline.value, attempt.value, { type: 'finished' })
    phase.value = 'over'
    recorder?.finish(attempt.value)
  }

  return {
    lesson: computed(() => lesson.value),
    phase: computed(() => phase.value),
    saving: computed(() => saving.value),
    isConnecting: computed(() => isConnecting.value),
    startedAgain: computed(() => startedAgain.value),
    attempt: computed(() => attempt.value),
    hasSupport: computed(() => hasSupport.value),
    passMark: computed(() => outline.value.passMark),
    screens: computed(() => worded.value.map(({ screen }) => screen)),
    screen, status, isSettled, progress, answer, isScreenDone, isScreenFinished,
    open, translate, useSupport, connect, goOnFrom, carryOn, startNew, bringHere, give,
    goOn, goBack, endBreak, stop, goTo, skip, saveAgain, finish,
  }
})

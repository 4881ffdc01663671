/**
 * The places of a lesson's frame that the parts of an activity stand in: the panel with its picture or app, the sheet with what an
 * answer leads to, and the foot with the one button. Where a part has no such place (one activity alone, in a test), it stands where
 * it is written.
 */
import { inject, onBeforeUnmount, onMounted, type InjectionKey, type Ref } from 'vue'

type Place = Ref<HTMLElement | null>

export interface Stage {
  readonly body: Readonly<Place>
  readonly panel: Readonly<Place>
  readonly sheet: Readonly<Place>
  /** What an activity has put there: nothing, a picture, an app that takes all the room there is, or a sign over the step's picture. */
  readonly inPanel: Ref<'nothing' | 'picture' | 'app' | 'over'>
  /** Whose face goes with what is said: somebody of the step's scene, or of the one that an activity shows in its place. */
  readonly face: Ref<string | undefined>
}

export interface Foot {
  readonly main: Place
  readonly links: Place
  /** How many buttons of the activity stand in the foot as the main one; the lesson's own waits for them. */
  readonly taken: Ref<number>
  /** The name of the one that came last: what it will do; `next` while more is to come in the step, whatever it does. */
  readonly action: Ref<string>
  /** The same of the quiet links. */
  readonly linksTaken: Ref<number>
  /** Where Back leads inside the activity: the round or scene before. Null where it leads to the screen before. */
  readonly back: Ref<(() => void) | null>
}

// Of the same name wherever it is read: a package's two scripts each have this file.
export const stageKey: InjectionKey<Stage> = Symbol.for('whos-there stage')
export const footKey: InjectionKey<Foot> = Symbol.for('whos-there foot')

export const useStage = () => inject(stageKey, undefined)
export const useFoot = () => inject(footKey, undefined)

/** Counts the component for as long as it is there. */
export function useTaken(count: Ref<number> | undefined) {
  if (!count) return
  onMounted(() => count.value++)
  onBeforeUnmount(() => count.value--)
}

/** Puts the focus on what was picked before, for whoever opens a question again. */
export function focusPicked(root: ParentNode | null | undefined) {
  root?.querySelector<HTMLElement>('input:checked, button[data-picked], input[type="range"]')?.focus()
}

const OPEN = [
  'fieldset:not(:disabled) input:not(:checked)',
  'button[data-option]:enabled:not([aria-pressed="true"], [data-done])',
  '[data-card] button:enabled',
].join()

/** Puts the focus where the pupil can answer, for whoever pressed too early: on the card in hand, or what is open first. */
export function focusFirstOpen(root: ParentNode | null | undefined) {
  (root?.querySelector<HTMLElement>('[data-hand]') ?? root?.querySelector<HTMLElement>(OPEN))?.focus()
}

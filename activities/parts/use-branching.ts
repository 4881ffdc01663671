/**
 * What chat and story share: walking through steps, reading what a choice leads to before the next step comes, going back and
 * starting over.
 */
import { computed, ref } from 'vue'
import { GO_ON, walk, type Step } from '#activities/branching'
import type { Tone } from '#activities/fields'

interface Choice {
  readonly id: string
  readonly text: string
  readonly picture?: string | undefined
  readonly tone: Tone
  readonly feedback: string
  readonly aside?: string | undefined
  readonly next: string
}

type BranchingStep = Omit<Step, 'choices'> & { readonly choices?: readonly Choice[] | undefined }

/**
 * @param steps the activity's turns or scenes
 * @param path the pupil's answer so far; it stays the one source of truth
 * @param emit hands on the whole new path
 * @param options `readsEnding`: what the last choice leads to is read before the ending, which then has the screen to itself;
 *   `flows`: whether a choice leads on at once, and its feedback stands beside what comes
 */
export function useBranching<S extends BranchingStep>(
  steps: () => readonly S[],
  path: () => readonly string[],
  emit: (path: string[]) => void,
  { readsEnding = false, flows = () => false }: { readsEnding?: boolean, flows?: (choice: Choice) => boolean } = {},
) {
  const walked = computed(() => walk(steps(), path()).steps)
  const current = computed(() => walked.value[walked.value.length - 1]?.step)
  const previous = computed(() => walked.value[walked.value.length - 2])
  /** The choice that led to the present step, if it was one. */
  const lastChoice = computed(() => previous.value?.step.choices?.find(choice => choice.id === previous.value?.chosen))
  const ending = computed(() => current.value?.ending)
  /** Who comes back to an ending meets it at once. */
  const hasRead = ref(ending.value !== undefined)
  /** What there is to say about the last choice; empty once it was read. */
  const feedback = computed(() => hasRead.value ? '' : lastChoice.value?.feedback ?? '')
  /** Feedback comes before the next step; an ending stands right beside it unless it is read first as well. */
  const isReading = computed(() =>
    lastChoice.value !== undefined && !hasRead.value && !flows(lastChoice.value) && (readsEnding || ending.value === undefined))

  function go(to: readonly string[]) {
    hasRead.value = false
    emit([...to])
  }

  return {
    walked,
    current,
    lastChoice,
    ending,
    feedback,
    isReading,
    hasStarted: computed(() => path().length > 0),
    choose: (id: string) => go([...path(), id]),
    goOn: () => go([...path(), GO_ON]),
    read: () => {
      hasRead.value = true
    },
    /** Drops the last choice. What led to that step has been read before, so its choices come at once. */
    undo: () => {
      go(path().slice(0, -1))
      hasRead.value = true
    },
    restart: () => go([]),
  }
}

/** What sort, profile, confidence and reply share: several rounds, one on screen at a time. */
import { computed, nextTick, ref, type Ref } from 'vue'
import { focusPicked } from './stage'

/**
 * @param rounds the activity's rounds in order
 * @param isDone whether a round has its answer
 * @param root where the heading of a round (`data-round`) is looked for, to put the focus on it
 */
export function useRounds<R extends { readonly id: string }>(
  rounds: () => readonly R[],
  isDone: (round: R) => boolean,
  root: Ref<HTMLElement | undefined>,
) {
  const firstOpen = () => rounds().find(round => !isDone(round))
  const find = (id: string | undefined) => rounds().find(round => round.id === id)
  const last = () => rounds()[rounds().length - 1]
  /** A pupil who comes back meets the first open round; when all are done the last one, where they left. */
  const shownId = ref((firstOpen() ?? last())?.id)
  const shown = computed(() => find(shownId.value))
  const place = computed(() => rounds().findIndex(round => round.id === shownId.value) + 1)
  /** The question is open: not answered yet, or opened again after feedback. The answer given stays until a new one is checked. */
  const isTrying = ref(firstOpen() !== undefined)

  async function show(id: string | undefined) {
    const round = find(id)
    shownId.value = id
    isTrying.value = round !== undefined && !isDone(round)
    await nextTick()
    root.value?.querySelector<HTMLElement>('[data-round]')?.focus()
  }

  /** Opens a question again. The button that was pressed is gone by then, so the focus goes to what was picked before. */
  async function tryAgain(id = shownId.value) {
    shownId.value = id
    isTrying.value = true
    await nextTick()
    focusPicked(root.value)
  }

  return {
    shown,
    place,
    isTrying,
    show,
    tryAgain,
    allDone: computed(() => firstOpen() === undefined),
    /** The next round in order; after the last one the first that is still open, if there is one. */
    next: computed(() => rounds()[place.value] ?? firstOpen()),
    previous: computed(() => rounds()[place.value - 2]),
  }
}

/** What sort, profile, confidence and reply share: several rounds, one on screen at a time. */
import { computed, nextTick, ref, type Ref } from 'vue'

/**
 * @param rounds the activity's rounds in order
 * @param isDone whether a round has its answer
 * @param root where the heading of a round (`data-round`) is looked for, to put the focus on it
 */
export function useRounds<R extends { readonly id: string }>(rounds: () => readonly R[], isDone: (round: R) => boolean, root: Ref<HTMLElement | undefined>) {
  const firstOpen = () => rounds().find(round => !isDone(round))
  const shownId = ref(firstOpen()?.id ?? rounds()[0]?.id)
  const shown = computed(() => rounds().find(round => round.id === shownId.value))
  const place = computed(() => rounds().findIndex(round => round.id === shownId.value) + 1)

  async function show(id: string | undefined) {
    shownId.value = id
    await nextTick()
    root.value?.querySelector<HTMLElement>('[data-round]')?.focus()
  }

  return {
    shown, place, show,
    allDone: computed(() => firstOpen() === undefined),
    /** The next round in order; after the last one the first that is still open, if there is one. */
    next: computed(() => rounds()[place.value] ?? firstOpen()),
    previous: computed(() => rounds()[place.value - 2]),
  }
}

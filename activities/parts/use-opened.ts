/** What reveal, hotspots and helpers share: things that are looked at one by one. */
import { ref } from 'vue'

/**
 * @param seen the ids looked at so far: the activity's answer
 * @param emit hands on the whole new list
 */
export function useOpened(seen: () => readonly string[], emit: (seen: string[]) => void) {
  /** The one that is open now; what has been looked at before can be opened again. */
  const open = ref<string>()
  const isSeen = (id: string) => seen().includes(id)

  /** Opens one, or closes it again. */
  function toggle(id: string) {
    open.value = open.value === id ? undefined : id
    if (open.value && !isSeen(id)) emit([...seen(), id])
  }

  return { open, isSeen, toggle }
}

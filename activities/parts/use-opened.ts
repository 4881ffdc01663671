/** What reveal, hotspots and helpers share: things that are looked at one by one. */
import { ref } from 'vue'

/**
 * @param seen the ids looked at so far: the activity's answer
 * @param emit hands on the whole new list
 * @param startsWith what lies open from the start, if anything; it counts as looked at once the pupil turns to another or closes it
 */
export function useOpened(seen: () => readonly string[], emit: (seen: string[]) => void, startsWith?: string) {
  /** The one that is open now; what has been looked at before can be opened again. */
  const open = ref(seen().length > 0 ? undefined : startsWith)
  const isSeen = (id: string) => id === open.value || seen().includes(id)

  /** Opens one, or closes it again. */
  function toggle(id: string) {
    const before = open.value === startsWith ? startsWith : undefined
    open.value = open.value === id ? undefined : id
    const fresh = [before, open.value].filter(other => other !== undefined).filter(other => !seen().includes(other))
    if (fresh.length > 0) emit([...seen(), ...fresh])
  }

  return { open, isSeen, toggle }
}

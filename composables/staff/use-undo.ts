/** What was done a moment ago, and how to take it back. Shown by `UndoToasts` in the layout of staff pages for ten seconds. */
export interface Done {
  readonly key: number
  /** What was done, as a sentence. */
  readonly text: string
  /** Takes it back; not there where nothing has to be. Rejects where that failed. */
  readonly undo?: (() => Promise<unknown>) | undefined
}

/** Of the browser alone: nothing is done on the server. */
const shown = shallowRef<Done | null>(null)
let count = 0

/**
 * Says that something was done. What can be taken back for a day says so in its place too; this is the quick way.
 * @returns `done` to say it, and what is shown
 */
export function useUndo() {
  function done(text: string, undo?: () => Promise<unknown>) {
    count += 1
    shown.value = { key: count, text, undo }
  }
  function hide() {
    shown.value = null
  }
  return { shown, done, hide }
}

import { emptyDraft, type Draft } from '~/utils/assign/draft'

/** What the sheet is opened with. */
interface Start {
  readonly classId?: string
  readonly groupId?: string
  readonly lessonId?: string
}

/** Of the browser alone, and in memory only: a draft is gone when the page is loaded anew. */
const isOpen = shallowRef(false)
const draft = ref<Draft>(emptyDraft())
/** What was begun and closed without assigning: it stays until somebody goes on with it. */
const kept = shallowRef<Draft | null>(null)
/** Counts what was assigned, so that a page that shows it looks again. */
const assigned = shallowRef(0)

/** The Assign sheet, which any page for staff opens over itself; it is in their layout. */
export function useAssignSheet() {
  function open({ classId, groupId, lessonId }: Start = {}) {
    const to = groupId ?? classId
    draft.value = { ...emptyDraft(), to: to ? [to] : [], lessonIds: lessonId ? [lessonId] : [] }
    isOpen.value = true
  }
  /** Opens it again as it was. */
  function goOn(again: Draft) {
    draft.value = again
    kept.value = null
    isOpen.value = true
  }
  return { isOpen, draft, kept, assigned, open, goOn }
}

/**
 * The recorder of a page that has the opening of a lesson alone: it is made once the whole lesson is there, into which it looks. Who
 * begins need not wait for it; what is told meanwhile is told to it then, in the same order.
 */
import type { classRecorder } from './class-recorder'

export type ClassRecorder = ReturnType<typeof classRecorder>

/**
 * @param made the recorder, once the whole lesson is there
 * @param isNew whether neither the server nor this device knows of anything that was done
 */
export function onceWhole(made: Promise<ClassRecorder>, isNew: () => Promise<boolean>): ClassRecorder {
  let inner: ClassRecorder | undefined
  const told: ((recorder: ClassRecorder) => void)[] = []
  void made.then((recorder) => {
    inner = recorder
    for (const tell of told) tell(recorder)
  })
  const tell = (what: (recorder: ClassRecorder) => void) => {
    if (inner) what(inner)
    else told.push(what)
  }
  return {
    resume: async () => await isNew() ? { kind: 'fresh' } : (await made).resume(),
    record: attempt => tell(recorder => recorder.record(attempt)),
    finish: attempt => tell(recorder => recorder.finish(attempt)),
    holdCheck: (form, answers) => tell(recorder => recorder.holdCheck?.(form, answers)),
    heldCheck: form => inner?.heldCheck?.(form) ?? {},
    countCheck: (form, answers) => tell(recorder => recorder.countCheck?.(form, answers)),
    takeOver: async () => (await made).takeOver(),
    clear: () => tell(recorder => recorder.clear()),
    saveAgain: () => tell(recorder => recorder.saveAgain()),
    onCounted: to => tell(recorder => recorder.onCounted?.(to)),
    onSaving(to) {
      to('saved')
      tell(recorder => recorder.onSaving(to))
    },
    leave: () => inner?.leave(),
  }
}

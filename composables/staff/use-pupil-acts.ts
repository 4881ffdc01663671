import type { PupilAct } from '~/utils/class-page/board-view'

/**
 * Excuses a pupil, lets them catch up, or gives them a second go; each can be taken back.
 * @param changed is told when something has
 * @param headers of a page inside an LMS, which has to say whose it is
 */
export function usePupilActs(changed: () => unknown, headers?: Readonly<Record<string, string>>) {
  const { t } = useI18n()
  const { done } = useUndo()
  const { isBusy, problem, send } = useSending()

  async function put(pupilId: string, assignmentId: string, what: PupilAct['what'], isOn: boolean) {
    const path = `/api/assignments/${assignmentId}/${what}`
    if (what === 'excuse') await $fetch<unknown>(path, { method: 'POST', headers, body: { pupilId, excused: isOn } })
    else if (isOn) await $fetch<unknown>(path, { method: 'POST', headers, body: { pupilId } })
    else await $fetch<unknown>(path, { method: 'DELETE', headers, query: { pupil: pupilId } })
    await changed()
  }

  async function act(
    pupil: { readonly id: string, readonly name: string },
    lesson: { readonly id: string, readonly title: string },
    action: PupilAct | null,
  ) {
    if (!action) return
    const { what, isOn } = action
    if (!await send(() => put(pupil.id, lesson.id, what, !isOn))) return
    done(t(`acts.${what}-${isOn ? 'off' : 'on'}`, { name: pupil.name, title: lesson.title }), () => put(pupil.id, lesson.id, what, isOn))
  }
  return { isBusy, problem, act }
}

/**
 * Lets a class in, and shuts it. Each says what was done; shutting can be taken back.
 * @param changed is told when something has
 */
import { longer, minutesOf, type Opening } from '~/utils/class-page/opening-times'

export function useLettingIn(classId: string, changed: () => unknown) {
  const { t } = useI18n()
  const { done } = useUndo()
  const { isBusy, problem, send } = useSending()
  const put = async (minutes: number) => {
    const opened = await $fetch(`/api/classes/${classId}/open`, { method: 'PUT', body: { minutes } })
    if (opened.hasNewCode) done(t('let-in.code-is-new'))
    await changed()
  }

  /** @returns whether it went well */
  const open = (opening: Opening) => send(() => put(minutesOf(opening)))
  const keepLonger = (openUntil: string) => send(() => put(longer(openUntil)))

  async function shut(openUntil: string) {
    if (!await send(() => put(0))) return
    done(t('let-in.is-shut'), () => put(Math.max(1, Math.ceil((Date.parse(openUntil) - Date.now()) / 60_000))))
  }

  /** One pupil whom wrong pictures hold up, and nobody else. */
  async function letPupilIn({ id, name }: { readonly id: string, readonly name: string }) {
    const isIn = await send(async () => {
      await $fetch(`/api/pupils/${id}/let-in`, { method: 'POST' })
      await changed()
    })
    if (isIn) done(t('trouble.one-is-let-in', { name }))
  }

  /** Everybody, where the code itself has to wait. */
  async function letAllIn() {
    const isIn = await send(async () => {
      await $fetch(`/api/classes/${classId}/let-in`, { method: 'POST' })
      await changed()
    })
    if (isIn) done(t('trouble.all-are-let-in'))
  }
  return { isBusy, problem, open, keepLonger, shut, letPupilIn, letAllIn }
}

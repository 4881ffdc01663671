/** A change that is sent to the server: whether it is on its way, and what is the matter where it was refused, in the server's own sentence. */
import type { FetchError } from 'ofetch'

export function useSending() {
  const { t } = useI18n()
  const isSending = ref(false)
  const problem = ref('')

  /** @returns whether it went through */
  async function send(change: () => Promise<unknown>): Promise<boolean> {
    if (isSending.value) return false
    isSending.value = true
    problem.value = ''
    try {
      await change()
      return true
    }
    catch (error) {
      const { statusMessage } = (error as FetchError<{ statusMessage?: string }>).data ?? {}
      problem.value = statusMessage !== undefined && /\s/.test(statusMessage) ? statusMessage : t('classes.problem')
      return false
    }
    finally {
      isSending.value = false
    }
  }
  return { isSending, problem, send }
}

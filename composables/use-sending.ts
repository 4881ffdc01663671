import { isNoAnswer } from '#shared/api/mark'

/** Sends what a form holds, one at a time, and says in a sentence what went wrong. */
export function useSending() {
  const { t } = useI18n()
  const isBusy = ref(false)
  const problem = ref('')
  const { noteWayBack } = useWayBack()

  /** The server's own sentence, where it has one for people. */
  function sentenceOf(error: unknown): string {
    const wayBack = noteWayBack(error)
    if (wayBack !== null) return t(`sending.${wayBack}`)
    // HTTP/2, as most proxies speak it, has no status text; the answer's body has it always.
    const {
      statusCode = 0,
      statusMessage = '',
      data,
    } = error instanceof Error
      ? (error as Error & {
          readonly statusCode?: number
          readonly statusMessage?: string
          readonly data?: { readonly statusMessage?: string }
        })
      : {}
    if (statusCode === 0 || isNoAnswer(error)) return t('sending.offline')
    if (statusCode >= 500) return t('sending.trouble')
    const sentence = data?.statusMessage ?? statusMessage
    return sentence === '' ? t('sending.invalid') : sentence
  }

  /** @returns whether it went well */
  async function send(call: () => Promise<unknown>): Promise<boolean> {
    if (isBusy.value) return false
    isBusy.value = true
    problem.value = ''
    try {
      await call()
      return true
    }
    catch (error) {
      problem.value = sentenceOf(error)
      return false
    }
    finally {
      isBusy.value = false
    }
  }
  return { isBusy, problem, send }
}

import { FetchError } from 'ofetch'

/** Sends what a form holds, one at a time, and says in a sentence what went wrong. */
export function useSending() {
  const { t } = useI18n()
  const isBusy = ref(false)
  const problem = ref('')

  function sentenceOf(error: unknown): string {
    if (!(error instanceof FetchError) || error.statusCode === undefined) return t('teach.offline')
    // HTTP/2, as most proxies speak it, has no status text; the answer's body has it always.
    const sentence = (error.data as { statusMessage?: string } | undefined)?.statusMessage ?? error.statusMessage ?? ''
    return sentence === '' || sentence === 'Validation Error' || error.statusCode >= 500 ? t(error.statusCode >= 500 ? 'teach.trouble' : 'teach.invalid') : sentence
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

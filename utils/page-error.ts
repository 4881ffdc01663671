import type { NuxtError } from '#app'
import { fieldOf, isNoAnswer, NO_ANSWER } from '#shared/api/mark'

/**
 * What a page throws where it has nothing to show: the server's own words go to the page for errors (error.vue).
 * @param error what `useFetch` found
 * @param otherwise the status where the server did not say
 */
export function pageError(error: NuxtError | undefined, otherwise = 500) {
  if (isNoAnswer(error)) return createError({ statusCode: 503, statusMessage: '', data: { data: { reason: NO_ANSWER } }, fatal: true })
  // HTTP/2, as most proxies speak it, has no status text; the answer's body has it always.
  const said = fieldOf(error?.data, 'statusMessage')
  return createError({
    statusCode: error?.statusCode ?? otherwise,
    statusMessage: typeof said === 'string' ? said : (error?.statusMessage ?? ''),
    data: error?.data,
    fatal: true,
  })
}

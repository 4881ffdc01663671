/**
 * Every call of the browser goes through here. Between a school's device and our server stand sign-in pages of networks, filters
 * and proxies, and all of them answer in our place: a stranger's answer is no answer, so it saves nothing, deletes nothing and
 * signs nobody in.
 */
import { fieldOf, MARK, NO_ANSWER } from '#shared/api/mark'

export interface Asking {
  /** The browser's own; tests bring another. */
  readonly fetch?: typeof fetch
  /** Milliseconds for a whole answer, or for each part of a download. */
  readonly within?: number
}

/** A slow network of a school at work is no stranger. Milliseconds. */
const WITHIN = 20_000

const NULL_BODY: readonly number[] = [204, 205, 304]

/** What the rest of the app is told in the place of a stranger's answer. Nobody reads the words: pages have their own. */
const noAnswer = () =>
  new Response(JSON.stringify({ statusCode: 503, statusMessage: 'The server cannot be reached.', data: { reason: NO_ANSWER } }), {
    status: 503,
    headers: { 'content-type': 'application/json' },
  })

/** The server answers in the language of the page that asks, whatever the browser is set to. */
function inPageLanguage(given: HeadersInit | undefined): Headers {
  const headers = new Headers(given)
  // Tests have no page.
  if (typeof document !== 'undefined') headers.set('accept-language', document.documentElement.lang)
  return headers
}

/** Aborts after a time, or with the caller; `AbortSignal.any` is too new for the browsers of schools. */
function limitOf(within: number, caller: AbortSignal | null | undefined) {
  const controller = new AbortController()
  const abort = () => controller.abort()
  const over = new Promise<never>((_, reject) => controller.signal.addEventListener('abort', () => reject(new Error('time is up'))))
  // Nobody may be waiting for it when the caller aborts.
  over.catch(() => {})
  let timer = setTimeout(abort, within)
  caller?.addEventListener('abort', abort)
  if (caller?.aborted === true) abort()
  return {
    signal: controller.signal,
    /** Rejects when time is up, also where a stream takes no notice of being aborted. */
    over,
    again() {
      clearTimeout(timer)
      timer = setTimeout(abort, within)
    },
    end() {
      clearTimeout(timer)
      caller?.removeEventListener('abort', abort)
    },
  }
}

const isJson = (response: Response) => /^application\/json\b/i.test(response.headers.get('content-type') ?? '')

/** @returns whether the parsed body names itself as ours; some filters pass a body on and drop headers that they do not know */
function isNamed(body: unknown): boolean {
  return [fieldOf(body, 'kind'), fieldOf(fieldOf(body, 'data'), 'kind')].some(
    kind => typeof kind === 'string' && kind.startsWith('whos-there/'),
  )
}

/** Reads all of an answer and judges it. @returns null for a stranger's */
async function whole(response: Response): Promise<Response | null> {
  // Followed nowhere: our API leads nobody to another address.
  if (
    response.type === 'opaqueredirect'
    || response.redirected
    || (response.status >= 300 && response.status < 400 && response.status !== 304)
  )
    return null
  const isMarked = response.headers.has(MARK)
  const { status, statusText, headers } = response
  if (NULL_BODY.includes(status)) return isMarked ? new Response(null, { status, statusText, headers }) : null
  const bytes = await response.arrayBuffer()
  if (!isMarked && !isJson(response)) return null
  if (isJson(response)) {
    // A body that was cut in half is no JSON.
    const body: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (!isMarked && !isNamed(body)) return null
  }
  return new Response(bytes, { status, statusText, headers })
}

/**
 * Asks our server, as `fetch` does.
 * @returns its answer, whole; or a 503 with the reason `no-answer` where none of ours came in time
 * @throws only where the caller's own signal ended it
 */
export async function askServer(
  address: RequestInfo | URL,
  init: RequestInit = {},
  { fetch = globalThis.fetch, within = WITHIN }: Asking = {},
): Promise<Response> {
  const limit = limitOf(within, init.signal)
  try {
    const answer = async () => whole(await fetch(address, { ...init, headers: inPageLanguage(init.headers), redirect: 'manual', signal: limit.signal }))
    return (await Promise.race([answer(), limit.over])) ?? noAnswer()
  }
  catch {
    init.signal?.throwIfAborted?.()
    return noAnswer()
  }
  finally {
    limit.end()
  }
}

/**
 * Asks our server for a file, which comes in parts.
 * @param take is given each part as it comes
 * @returns the answer without its body; what is no file is as `askServer` returns it
 * @throws where it stalls or breaks off
 */
export async function askForFile(
  address: string,
  init: RequestInit,
  take: (part: Uint8Array<ArrayBuffer>) => void,
  { fetch = globalThis.fetch, within = WITHIN }: Asking = {},
): Promise<Response> {
  const limit = limitOf(within, init.signal)
  try {
    const asked = fetch(address, { ...init, headers: inPageLanguage(init.headers), redirect: 'manual', signal: limit.signal })
    const response = await Promise.race([asked, limit.over])
    if (response.status !== 200 || !response.headers.has(MARK) || response.redirected || !response.body)
      return (await Promise.race([whole(response), limit.over])) ?? noAnswer()
    const reader = response.body.getReader()
    for (;;) {
      limit.again()
      const { done, value } = await Promise.race([reader.read(), limit.over])
      if (done) return new Response(null, { status: 200, headers: response.headers })
      take(value)
    }
  }
  finally {
    limit.end()
  }
}

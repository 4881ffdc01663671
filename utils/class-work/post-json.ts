import type { Post } from './class-sender'

/** Whatever goes wrong on the way is no answer. @param headers that say whose it is, where a cookie alone does not */
export const postJsonOf = (headers: Readonly<Record<string, string>>): Post => async (path, body, keepalive) => {
  try {
    const { status, _data } = await $fetch.raw<unknown>(path, { method: 'POST', body, keepalive, headers, ignoreResponseError: true })
    return { status, body: _data }
  }
  catch {
    return { status: 0, body: undefined }
  }
}

export const postJson = postJsonOf({})

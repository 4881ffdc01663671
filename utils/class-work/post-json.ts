import type { Post } from './class-sender'

/** Whatever goes wrong on the way is no answer. */
export const postJson: Post = async (path, body, keepalive) => {
  try {
    const { status, _data } = await $fetch.raw<unknown>(path, { method: 'POST', body, keepalive, ignoreResponseError: true })
    return { status, body: _data }
  }
  catch {
    return { status: 0, body: undefined }
  }
}

/** Downloads one package or many with a progress that is real: packages are counted as they come out of the stream. Nothing is saved unless everything has come. */
import { Unzip } from 'fflate'

/** The last file of a zip of many packages: without it the download was cut off (server/scorm/bulk.ts). */
const LAST_FILE = 'SHA256SUMS.txt'

export type DownloadState
  = | { readonly kind: 'idle' }
    | { readonly kind: 'busy', readonly done: number, readonly of: number, readonly bytes: number, readonly name: string }
    | { readonly kind: 'done', readonly of: number, readonly bytes: number, readonly fileName: string }
    /** `message` is the server's own sentence, '' where the connection broke. */
    | { readonly kind: 'failed', readonly message: string }

export function usePackageDownload() {
  const state = shallowRef<DownloadState>({ kind: 'idle' })
  let abort: AbortController | undefined

  /**
   * @param address `/api/export` or `/api/export/bulk`
   * @param count how many packages are expected
   */
  async function download(address: string, body: object, count: number) {
    abort?.abort()
    abort = new AbortController()
    state.value = { kind: 'busy', done: 0, of: count, bytes: 0, name: '' }
    try {
      const response = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), signal: abort.signal })
      if (!response.ok || !response.body) {
        state.value = { kind: 'failed', message: messageOf({ data: await response.json().catch(() => undefined) as unknown }) }
        return
      }
      const isMany = address.endsWith('/bulk')
      const { parts, names } = await received(response.body, count, isMany)
      if (isMany && !names.includes(LAST_FILE)) throw new Error('cut off')
      const blob = new Blob(parts, { type: 'application/zip' })
      const fileName = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? 'package.zip'
      save(blob, fileName)
      state.value = { kind: 'done', of: count, bytes: blob.size, fileName }
    }
    catch {
      if (!abort.signal.aborted) state.value = { kind: 'failed', message: '' }
    }
  }

  async function received(stream: ReadableStream<Uint8Array<ArrayBuffer>>, of: number, isMany: boolean) {
    const parts: Uint8Array<ArrayBuffer>[] = []
    const names: string[] = []
    let bytes = 0
    const unzip = new Unzip(file => names.push(file.name))
    const reader = stream.getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return { parts, names }
      parts.push(value)
      bytes += value.length
      if (isMany) unzip.push(value)
      state.value = { kind: 'busy', done: Math.min(of, Math.max(0, names.length - 1)), of, bytes, name: names[names.length - 1] ?? '' }
    }
  }

  function cancel() {
    abort?.abort()
    state.value = { kind: 'idle' }
  }

  onBeforeUnmount(() => abort?.abort())
  return { state, download, cancel }
}

function save(blob: Blob, fileName: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = fileName
  link.click()
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/**
 * Downloads one package or many with a progress that is real: packages are counted as they come out of the stream. Nothing is
 * saved unless everything has come.
 */
import { Unzip } from 'fflate'
import { isNoAnswer } from '#shared/api/mark'
import { askForFile } from '~/utils/ask-server'
import { saveBlob } from '~/utils/files/save-file'
import { isWholeZip } from '~/utils/files/whole-zip'

/** The last file of a zip of many packages: without it the download was cut off (server/scorm/export/bulk.ts). */
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
      const isMany = address.endsWith('/bulk')
      const { take, parts, names } = receiving(count, isMany)
      const response = await askForFile(
        appAddress(address),
        { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), signal: abort.signal },
        take,
      )
      if (response.body !== null) {
        const data = await response.json().catch(() => undefined) as unknown
        state.value = { kind: 'failed', message: isNoAnswer({ data }) ? '' : messageOf({ data }) }
        return
      }
      // Whatever calls itself a package is looked at once more.
      const blob = new Blob(parts, { type: 'application/zip' })
      if (!await isWholeZip(blob) || (isMany && !names.includes(LAST_FILE))) throw new Error('cut off')
      const fileName = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? 'package.zip'
      saveBlob(fileName, blob)
      state.value = { kind: 'done', of: count, bytes: blob.size, fileName }
    }
    catch {
      if (!abort.signal.aborted) state.value = { kind: 'failed', message: '' }
    }
  }

  function receiving(of: number, isMany: boolean) {
    const parts: Uint8Array<ArrayBuffer>[] = []
    const names: string[] = []
    let bytes = 0
    const unzip = new Unzip(file => names.push(file.name))
    function take(part: Uint8Array<ArrayBuffer>) {
      parts.push(part)
      bytes += part.length
      if (isMany) unzip.push(part)
      state.value = { kind: 'busy', done: Math.min(of, Math.max(0, names.length - 1)), of, bytes, name: names[names.length - 1] ?? '' }
    }
    return { take, parts, names }
  }

  function cancel() {
    abort?.abort()
    state.value = { kind: 'idle' }
  }

  onBeforeUnmount(() => abort?.abort())
  return { state, download, cancel }
}

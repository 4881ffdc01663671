import { askForFile } from '~/utils/ask-server'
import { saveBlob } from '~/utils/files/save-file'

/** Saves a file of our server on the device: only a whole one, and never somebody else's page under its name. */
export function useFileDownload() {
  const { isBusy, problem, send } = useSending()

  /** @param address of the API, under which a link without scripts has the file too */
  const download = (address: string) => send(async () => {
    const parts: Uint8Array<ArrayBuffer>[] = []
    const response = await askForFile(appAddress(address), {}, part => parts.push(part))
    const found = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1]
    if (response.body !== null || found === undefined) {
      const data = await response.json().catch(() => undefined) as { statusMessage?: string } | undefined
      throw Object.assign(new Error('no file'), { statusCode: response.status, data })
    }
    const file = new Blob(parts, { type: response.headers.get('Content-Type') ?? '' })
    // Half of it is no JSON.
    if (file.type.startsWith('application/json')) JSON.parse(await file.text())
    saveBlob(found, file)
  })
  return { isBusy, problem, download }
}

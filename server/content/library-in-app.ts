/** The library inside the running app: read from the server's bundled assets, once in production, at every request while developing. */
import { useStorage } from 'nitropack/runtime'
import { readLibrary, type Library } from './library.ts'

let library: Promise<Library> | undefined

/** @returns all lessons and help routes */
export function appLibrary(): Promise<Library> {
  if (library && !import.meta.dev) return library
  library = readLibrary({
    list: async () => {
      const keys = await useStorage('assets:content').getKeys()
      return keys.map(key => key.replaceAll(':', '/'))
    },
    read: async path => String(await useStorage('assets:content').getItemRaw<string | Uint8Array>(path.replaceAll('/', ':')).then(asText)),
  })
  return library
}

function asText(raw: string | Uint8Array | null): string {
  return typeof raw === 'string' ? raw : new TextDecoder().decode(raw ?? new Uint8Array())
}

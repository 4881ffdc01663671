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
  library.then(tellProblems, () => {})
  return library
}

/** A lesson that cannot be used is left out of the app, so whoever runs it is told why. */
function tellProblems({ issues }: Library) {
  for (const { file, line, message } of issues) console.warn(`${file}, line ${line}: ${message}. This file is left out until it is put right.`)
}

function asText(raw: string | Uint8Array | null): string {
  return typeof raw === 'string' ? raw : new TextDecoder().decode(raw ?? new Uint8Array())
}

/** A package's assets inside the running app: the built player and the pictures lie in the server's bundled assets. */
import { useStorage } from 'nitropack/runtime'
import type { Assets } from './package.ts'

const files = new Map<string, Promise<Uint8Array>>()

/** @returns assets that are read once, however many packages they go into */
export function appAssets(): Assets {
  return {
    read(path) {
      const file = files.get(path) ?? readBundled(path)
      if (!import.meta.dev) files.set(path, file)
      return file
    },
  }
}

async function readBundled(path: string): Promise<Uint8Array> {
  const [storage, name] = path.startsWith('player/') ? ['assets:player', path.slice('player/'.length)] : ['assets:content', path]
  const raw = await useStorage(storage).getItemRaw<Uint8Array | string>(name.replaceAll('/', ':'))
  if (raw === null || raw === undefined) throw new Error(`${path} is not among the bundled assets`)
  return typeof raw === 'string' ? new TextEncoder().encode(raw) : new Uint8Array(raw)
}

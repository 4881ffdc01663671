/** A package's assets inside the running app: the built player and the pictures lie in the server's bundled assets. */
import { useStorage } from 'nitropack/runtime'
import type { Assets } from '../../scorm/package/assets.ts'

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
  const raw = await useStorage('assets').getItemRaw<Uint8Array | string>(path.replaceAll('/', ':'))
  if (raw === null || raw === undefined) throw new Error(`${path} is not among the bundled assets`)
  return typeof raw === 'string' ? new TextEncoder().encode(raw) : new Uint8Array(raw)
}

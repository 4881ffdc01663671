/** Builds the service worker beside the app, with the list of what pupils' pages of this very build need. */
import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineNuxtModule } from 'nuxt/kit'
import { build } from 'vite'
import { WORKER } from '../shared/lesson/offline'
import { filesFor, type Manifest } from './files'

/** A letter that only a few choose (OpenDyslexic, 235 kB) is not put on every device. Bytes. */
const LARGEST = 100_000

export default defineNuxtModule({
  meta: { name: 'service-worker' },
  setup(_, nuxt) {
    if (nuxt.options.dev) return
    let manifest: Manifest = {}
    nuxt.hook('build:manifest', (built) => {
      manifest = { ...built } as Manifest
    })
    nuxt.hook('nitro:build:public-assets', async ({ options: { output: { publicDir } } }) => {
      const files = filesFor(manifest).filter(file => statSync(join(publicDir, '_nuxt', file)).size <= LARGEST || file.endsWith('.js'))
      const revision = createHash('sha256').update(JSON.stringify([files, nuxt.options.buildId])).digest('hex').slice(0, 12)
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        root: fileURLToPath(new URL('..', import.meta.url)),
        define: { __FILES__: JSON.stringify(files), __BUILD__: JSON.stringify(revision), 'process.env.NODE_ENV': '"production"' },
        build: {
          lib: {
            entry: fileURLToPath(new URL('service-worker.ts', import.meta.url)),
            formats: ['iife'],
            name: 'serviceWorker',
            fileName: () => WORKER,
          },
          outDir: publicDir,
          emptyOutDir: false,
          target: 'es2020',
          minify: 'terser',
        },
      })
    })
  },
})

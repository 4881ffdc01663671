/**
 * Builds the script of the server's worker threads (server/work/worker.ts): Nitro bundles its own entry only. Called from
 * nuxt.config.ts at the end of a build.
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** @param {string} serverFolder `<build>/server`; packages that are not bundled are found in its node_modules, where Nitro puts them */
export async function buildWorker(serverFolder) {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: { noExternal: true, external: ['xmllint-wasm'] },
    build: {
      ssr: 'server/work/worker.ts',
      outDir: join(serverFolder, 'worker'),
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'worker.mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  })
}

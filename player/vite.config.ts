import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

/**
 * The player of a package: one classic script (LMSs serve modules with wrong types, and file:// refuses them) with its style beside it.
 * `--ssr` builds the same components for rendering the opening screen into index.html.
 */
export default defineConfig(({ isSsrBuild }) => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [vue({ features: { optionsAPI: false } })],
  define: { 'process.env.NODE_ENV': '"production"' },
  resolve: { conditions: ['production'] },
  ...(isSsrBuild ? { ssr: { noExternal: true as const } } : {}),
  build: isSsrBuild
    ? {
        ssr: 'prerender.ts',
        outDir: 'dist',
        emptyOutDir: false,
        copyPublicDir: false,
        rollupOptions: { output: { entryFileNames: 'prerender.mjs' } },
      }
    : {
        target: 'es2020',
        cssTarget: 'chrome87',
        outDir: 'dist',
        emptyOutDir: false,
        cssCodeSplit: false,
        lib: { entry: 'main.ts', formats: ['iife'], name: 'whosTherePlayer', fileName: () => 'player.js', cssFileName: 'player' },
      },
}))

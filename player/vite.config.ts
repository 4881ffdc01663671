import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

/**
 * The player of a package: one classic script (LMSs serve modules with wrong types, and file:// refuses them) with its style beside it.
 * `--ssr` builds the same components for rendering the opening screen into index.html.
 */
export default defineConfig(({ isSsrBuild }) => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // Hoisted nodes would save microseconds and cost a kilobyte that every pupil loads.
  plugins: [vue({ features: { optionsAPI: false }, template: { compilerOptions: { hoistStatic: false, cacheHandlers: false } } })],
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
        minify: 'terser',
        terserOptions: { ecma: 2020, compress: { passes: 3, pure_getters: true, unsafe_arrows: true, keep_fargs: false } },
        cssTarget: 'chrome87',
        outDir: 'dist',
        emptyOutDir: false,
        cssCodeSplit: false,
        lib: { entry: 'main.ts', formats: ['iife'], name: 'whosTherePlayer', fileName: () => 'player.js', cssFileName: 'player' },
      },
}))

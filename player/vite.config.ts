import { createHash } from 'node:crypto'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vite'

/** The id that ties a component to its style, short because every pupil loads it. From the path alone, so both builds give the same. */
const taken = new Map<string, string>()
function shortId(path: string): string {
  const own = relative(fileURLToPath(new URL('..', import.meta.url)), path.split('?')[0] ?? path)
  const id = createHash('sha256').update(own).digest('hex').slice(0, 4)
  if ((taken.get(id) ?? own) !== own) throw new Error(`The style ids of ${own} and ${taken.get(id)} are the same: take one more sign of the hash.`)
  taken.set(id, own)
  return id
}

/** Names of components are for developer tools, which a package does without. */
const withoutNames: Plugin = {
  name: 'without-component-names',
  enforce: 'post',
  transform: (code, id) => /\.vue(?:$|\?)/.test(id) ? code.replace(/__name:\s*['"]\w+['"],?/, '') : undefined,
}

interface Entry { readonly entry: string, readonly name: string, readonly file: string }

const player: Entry = { entry: 'main.ts', name: 'whosTherePlayer', file: 'player' }
const others: Readonly<Record<string, Entry>> = {
  admin: { entry: 'admin.ts', name: 'whosThereAdminView', file: 'admin' },
  preview: { entry: 'preview/inside.ts', name: 'whosTherePreview', file: 'preview' },
}
const entryOf = (mode: string) => others[mode] ?? player

/**
 * The player of a package: one classic script (LMSs serve modules with wrong types, and file:// refuses them) with its style beside it.
 * `--ssr` builds the same components for rendering the opening screen into index.html; `--mode admin` the view for LMS admins, which pupils never load;
 * `--mode preview` the run-time of a preview, which goes into no package.
 */
export default defineConfig(({ isSsrBuild, mode }) => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [
    vue({
      features: { optionsAPI: false, componentIdGenerator: path => shortId(path) },
      // Hoisted nodes would save microseconds and cost a kilobyte that every pupil loads.
      template: { compilerOptions: { hoistStatic: false, cacheHandlers: false } },
    }),
    withoutNames,
  ],
  define: { 'process.env.NODE_ENV': '"production"' },
  resolve: {
    conditions: ['production'],
    // A package needs so little of Pinia that it brings its own (docs/decisions).
    alias: { pinia: fileURLToPath(new URL('setup-stores.ts', import.meta.url)) },
  },
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
        // The run-time of a preview goes to nobody who is on a slow line.
        minify: mode === 'preview' ? 'oxc' : 'terser',
        terserOptions: { ecma: 2020, compress: { passes: 3, pure_getters: true, unsafe_arrows: true, keep_fargs: false, inline: 1, unsafe: true, lhs_constants: false, loops: false } },
        cssTarget: 'chrome87',
        outDir: 'dist',
        emptyOutDir: false,
        cssCodeSplit: false,
        lib: { entry: entryOf(mode).entry, formats: ['iife'], name: entryOf(mode).name, fileName: () => `${entryOf(mode).file}.js`, cssFileName: entryOf(mode).file },
      },
}))

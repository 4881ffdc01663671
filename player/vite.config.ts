import { createHash } from 'node:crypto'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { build, defineConfig, type Plugin } from 'vite'
import { readAhead, withoutNames } from '../scripts/setup/lighter-scripts.mjs'
import { activityPieces } from './cut-activities'

/** The id that ties a component to its style, short because every pupil loads it. From the path alone, so both builds give the same. */
const taken = new Map<string, string>()
function shortId(path: string): string {
  const own = relative(fileURLToPath(new URL('..', import.meta.url)), path.split('?')[0] ?? path)
  const id = createHash('sha256').update(own).digest('hex').slice(0, 4)
  if ((taken.get(id) ?? own) !== own)
    throw new Error(`The style ids of ${own} and ${taken.get(id)} are the same: take one more sign of the hash.`)
  taken.set(id, own)
  return id
}

const VUE_FOR_ACTIVITIES = 'virtual:vue-for-activities'

/** @returns the names of what the activities take of Vue, as their own build finds them */
async function namesOfVue(): Promise<readonly string[]> {
  const names = new Set<string>()
  const note: Plugin = {
    name: 'note-names-of-vue',
    enforce: 'post',
    transform(code) {
      for (const [, list = ''] of code.matchAll(/import\s*\{([^}]*)\}\s*from\s*['"]vue['"]/g)) {
        for (const name of list.split(',')) if (name.trim() !== '') names.add(name.trim().split(/\s+as\s+/)[0] ?? '')
      }
    },
  }
  await build({
    configFile: fileURLToPath(import.meta.url),
    mode: 'activities',
    logLevel: 'error',
    plugins: [note],
    build: { write: false, minify: false },
  })
  return [...names].sort()
}

/** One Vue for both scripts of a package: the first gives the second what it takes, and leaves the rest out. */
function vueForActivities(): Plugin {
  return {
    name: 'vue-for-activities',
    resolveId: id => id === VUE_FOR_ACTIVITIES ? `\0${id}` : undefined,
    load: async id => id === `\0${VUE_FOR_ACTIVITIES}` ? `export { ${(await namesOfVue()).join(', ')} } from 'vue'` : undefined,
  }
}

/** Parts of which the first script has its own are lent to the second (lent-parts.ts), with their style. */
const lentParts: Plugin = {
  name: 'lent-parts',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    const [, name = ''] = /\/(ChapterPath|Face|GlossaryTerm|HelpRoutes|PictureFrame|RichText|SayLine|Scene|SmallPicture)\.vue$/.exec(source) ?? []
    if (name === '') return undefined
    const found = await this.resolve(source, importer, { ...options, skipSelf: true })
    return found?.id.includes('/activities/parts/') ? `\0lent:${name}` : found
  },
  load: id => id.startsWith('\0lent:') ? `export default window.whosThereParts.${id.slice('\0lent:'.length)}` : undefined,
}

const exportsOf = (module: object) => Object.keys(module).filter(name => /^\w+$/.test(name) && name !== 'default')

/** Vue as the first script lends it. By names of its own, each of which becomes a letter: said in full at every use they take 20 kB. */
const lentVue: Plugin = {
  name: 'lent-vue',
  enforce: 'pre',
  resolveId: id => id === 'vue' ? '\0lent-vue' : undefined,
  load: async id => id === '\0lent-vue'
    ? `const vue = window.whosThereVue\n${exportsOf(await import('vue')).map(name => `export const ${name} = vue.${name}`).join('\n')}`
    : undefined,
}

interface Entry { readonly entry: string, readonly name: string, readonly file: string }

const player: Entry = { entry: 'main.ts', name: 'whosTherePlayer', file: 'player' }
const others: Readonly<Record<string, Entry>> = {
  activities: { entry: 'activities.ts', name: 'whosThereSecond', file: 'activities' },
  record: { entry: 'record.ts', name: 'whosThereRecording', file: 'record' },
  early: { entry: 'early.ts', name: 'whosThereEarlyPresses', file: 'early' },
  admin: { entry: 'admin.ts', name: 'whosThereAdminView', file: 'admin' },
  preview: { entry: 'preview/inside.ts', name: 'whosTherePreview', file: 'preview' },
}
const entryOf = (mode: string) => others[mode] ?? player

/** The run-time of a preview goes to nobody who is on a slow line; the activities are made small piece by piece. */
const minifier = (mode: string) => mode === 'preview' ? 'oxc' : mode === 'activities' ? false : 'terser'

const compress = {
  passes: 3,
  pure_getters: true,
  unsafe_arrows: true,
  keep_fargs: false,
  inline: 1,
  unsafe: true,
  lhs_constants: false,
  loops: false,
} as const

/**
 * The player of a package: two classic scripts (LMSs serve modules with wrong types, and file:// refuses them), each with its
 * style. The first is all up to the opening screen; `--mode activities` makes the second, which comes while that is read, `--mode
 * record` what keeps the attempt in an LMS, and `--mode early` the few lines that keep what is pressed before the first. `--ssr`
 * builds the same components for rendering the opening screen into index.html; `--mode admin` the view for LMS admins, which
 * pupils never load; `--mode preview` the run-time of a preview, which goes into no package.
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
    ...(mode === 'activities' ? [lentParts, lentVue, activityPieces(compress)] : []),
    ...(mode === 'production' && !isSsrBuild ? [vueForActivities(), readAhead()] : []),
  ],
  define: { 'process.env.NODE_ENV': '"production"' },
  resolve: {
    conditions: ['production'],
    alias: [
      // As it is for browsers without a bundler: Pinia's other build drags its developer tools along, 1 kB of what every pupil loads.
      { find: /^pinia$/, replacement: fileURLToPath(new URL('../node_modules/pinia/dist/pinia.esm-browser.prod.js', import.meta.url)) },
      ...(mode === 'activities'
        ? []
        : ['#activities/scoring', './late-parts'].map(find => (
            { find, replacement: fileURLToPath(new URL('late-activities.ts', import.meta.url)) }))),
    ],
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
        minify: minifier(mode),
        cssMinify: 'lightningcss',
        terserOptions: { ecma: 2020, compress },
        cssTarget: 'chrome88',
        outDir: 'dist',
        emptyOutDir: false,
        cssCodeSplit: false,
        lib: {
          entry: entryOf(mode).entry,
          formats: ['iife'],
          name: entryOf(mode).name,
          fileName: () => `${entryOf(mode).file}.js`,
          cssFileName: entryOf(mode).file,
        },
      },
}))

import { fileURLToPath } from 'node:url'
import { minify_sync } from 'terser'
import { clientBundle, isRunAtOnce } from './scripts/setup/client-bundle.mjs'
import { keepEarly } from './scripts/setup/early-presses.mjs'
import { readAhead, withoutNames } from './scripts/setup/lighter-scripts.mjs'
import { buildWorker } from './scripts/setup/worker-bundle.mjs'
import { NEUTRAL_PAGE } from './server/platform/settings.ts'
import { DEFAULT_LANGUAGE, languages } from './shared/text/languages.ts'

/** Security headers of every page: nothing from elsewhere, scripts by nonce or hash. */
const contentSecurityPolicy = {
  'default-src': ['\'self\''],
  'base-uri': ['\'none\''],
  'connect-src': ['\'self\''],
  'font-src': ['\'self\''],
  'form-action': ['\'self\''],
  'frame-ancestors': ['\'self\''],
  'img-src': ['\'self\'', 'data:'],
  'object-src': ['\'none\''],
  'script-src': ['\'self\'', '\'nonce-{{nonce}}\'', '\'strict-dynamic\''],
  'script-src-attr': ['\'none\''],
  // Vue writes style attributes for bound styles, and Nuxt inlines the style sheets of server-rendered pages.
  'style-src': ['\'self\'', '\'unsafe-inline\''],
  'worker-src': ['\'self\''],
  'manifest-src': ['\'self\''],
  'upgrade-insecure-requests': false as const,
}

/** `$fetch` and `useFetch` of every page ask through the one function that knows our server's answers from a stranger's. */
const ownFetch = `
import { $fetch as ofetch } from 'ofetch'
import { baseURL } from '#internal/nuxt/paths'
import { askServer } from '~/utils/ask-server'
// The server has its own, which asks nobody outside.
globalThis.$fetch ??= ofetch.create({ baseURL: baseURL() }, { fetch: (address, init) => askServer(address, init) })
export const $fetch = globalThis.$fetch
`

/** Of browsers alone. Nuxt takes plugins here, which its types do not say. */
const browsersBuild = {
  plugins: [withoutNames, readAhead(isRunAtOnce)],
  build: { minify: 'terser' as const, terserOptions: { compress: { passes: 2 } }, rolldownOptions: clientBundle },
}

export default defineNuxtConfig({
  modules: ['@pinia/nuxt', '@nuxtjs/i18n', 'nuxt-security', '@nuxt/eslint', '@nuxt/content', '~/worker/nuxt-module'],
  // Explicit imports in components/lesson and activities: they are built without Nuxt too.
  components: [{ path: '~/components', pathPrefix: false, extensions: ['vue'] }],
  imports: { dirs: ['composables/**', 'utils/**'] },
  devtools: { enabled: false },
  app: {
    head: {
      htmlAttrs: { lang: DEFAULT_LANGUAGE.tag },
      meta: [{ name: 'referrer', content: 'no-referrer' }],
      script: [{ innerHTML: minify_sync(`(${keepEarly})()`).code, tagPosition: 'head', tagPriority: 'critical' }],
    },
  },
  css: ['~/components/lesson/tokens.css', '~/components/site/base.css'],
  content: {
    // In this process's memory: a file beside the server could not be shared by two, nor be written where nothing may be.
    database: { type: 'sqlite', filename: ':memory:' },
    experimental: { sqliteConnector: 'native' },
    build: {
      transformers: [fileURLToPath(new URL('./server/content/sources/authored-text.ts', import.meta.url))],
      markdown: { highlight: false },
    },
    renderer: { anchorLinks: false },
  },
  runtimeConfig: {
    /** Whether the server knows the pseudo-language too (shared/text/pseudo.ts); NUXT_PSEUDO_LANGUAGE. */
    pseudoLanguage: false,
    public: {
      /** Where Leave this page goes; a school sets its own with NUXT_PUBLIC_LEAVE_URL. */
      leaveUrl: NEUTRAL_PAGE,
    },
  },
  srcDir: '.',
  ignore: ['player/**', 'bench/**', '**/*.test.ts'],
  routeRules: {
    // Answers are data. Were one taken for a page, it could do nothing. Neither they nor pages about people are kept
    // (server/middleware/no-store.ts).
    '/api/**': {
      headers: { 'content-security-policy': 'default-src \'none\'; frame-ancestors \'none\'', 'cross-origin-resource-policy': 'same-origin' },
    },
    // Their names hold a hash of what is in them.
    '/_nuxt/**': { headers: { 'cache-control': 'public, max-age=31536000, immutable' } },
    // A page without anybody in it, from which the app starts where there is no network (worker/service-worker.ts).
    '/shell': { ssr: false, headers: { 'cache-control': 'no-cache' } },
    '/service-worker.js': { headers: { 'cache-control': 'no-cache' } },
    // A package that is being checked stands in a sandbox of its own, whose headers the route sets.
    '/export/preview/package/**': { security: { headers: { contentSecurityPolicy: false, crossOriginResourcePolicy: false } } },
  },
  features: { inlineStyles: false },
  experimental: { appManifest: false },
  compatibilityDate: '2026-11-01',
  nitro: {
    // Beside the build that a server runs from (scripts/build-app.mjs).
    output: { dir: process.env.BUILD_INTO || '.output' },
    // The server reads pictures and the built player from inside its bundle, so that `.output` runs on its own. Content is Nuxt
    // Content's (content.config.ts).
    serverAssets: [
      { baseName: 'pictures', dir: fileURLToPath(new URL('./content/pictures', import.meta.url)), pattern: '*.svg' },
      { baseName: 'player', dir: fileURLToPath(new URL('./player/dist', import.meta.url)), ignore: ['prerender.mjs'] },
    ],
    publicAssets: [
      { baseURL: '/schemas', dir: fileURLToPath(new URL('./content/schemas', import.meta.url)), maxAge: 60 * 60 * 24 },
      { baseURL: '/pictures', dir: fileURLToPath(new URL('./content/pictures', import.meta.url)), maxAge: 60 * 60 * 24 },
    ],
    externals: {
      inline: ['nitropack/presets', 'nitropack/dist/presets'],
      // What workers load, and what is read by its path, where the bundler does not see it.
      traceInclude: [
        'xmllint-wasm/index-node.js',
        'xmllint-wasm/xmllint-node.js',
        'xmllint-wasm/xmllint.wasm',
        'piscina/dist/worker.js',
      ].map(path => fileURLToPath(new URL(`./node_modules/${path}`, import.meta.url))),
    },
    // Nitro would put all that its own code shares with ours into one file with it, and so start listening as soon as
    // server/start/entry.ts asks for a setting.
    rollupConfig: { output: { manualChunks: () => undefined } },
    compressPublicAssets: true,
  },
  vite: {
    // All components are made with setup. And as in the player's own build: hoisted nodes cost pupils more than they save them.
    vue: { features: { optionsAPI: false }, template: { compilerOptions: { hoistStatic: false, cacheHandlers: false } } },
    build: { target: 'es2020', cssTarget: 'chrome88' },
    $client: browsersBuild,
  },
  telemetry: false,
  hooks: {
    'nitro:init'(nitro) {
      if (nitro.options.dev) return
      // The server looks at its settings before it listens. While developing, Nuxt starts it in its own way.
      nitro.options.entry = fileURLToPath(new URL('./server/start/entry.ts', import.meta.url))
      nitro.hooks.hook('compiled', () => buildWorker(nitro.options.output.serverDir))
    },
    // Layouts and texts of other areas: links bring theirs when they come into view, and nobody else needs a slow line to have them.
    'build:manifest'(manifest) {
      for (const file of Object.values(manifest)) file.prefetch = false
    },
    'app:templates'({ templates }) {
      const template = templates.find(({ filename }) => filename === 'fetch.mjs')
      if (!template)
        throw new Error('Nuxt has its $fetch elsewhere now: see where every call of the browser goes through utils/ask-server.ts')
      template.getContents = () => ownFetch
    },
    // Before Nuxt's own, which shows the page.
    'nitro:config'(config) {
      // A script that is not of this build may be of the one before it (server/middleware/scripts.ts).
      for (const asset of config.publicAssets ?? []) if (asset?.baseURL?.includes('_nuxt')) asset.fallthrough = true
      config.errorHandler = [fileURLToPath(new URL('./server/start/error-handler.ts', import.meta.url)), config.errorHandler ?? []].flat()
    },
  },
  eslint: { config: { stylistic: true } },
  i18n: {
    defaultLocale: DEFAULT_LANGUAGE.locale,
    strategy: 'no_prefix',
    detectBrowserLanguage: false,
    // Messages come to browsers as they are written, and i18n/compile-message.ts reads them there. It needs no eval.
    bundle: { fullInstall: false, dropMessageCompiler: true },
    // Their texts come by area (plugins/texts.ts), so that a page carries its own only.
    locales: languages.map(({ locale, tag, name, direction }) => ({ code: locale, language: tag, name, dir: direction })),
  },
  security: {
    headers: {
      contentSecurityPolicy,
      crossOriginEmbedderPolicy: false,
      referrerPolicy: 'no-referrer',
      permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
      xFrameOptions: 'SAMEORIGIN',
    },
    // A whole school sits behind one address: the module's default stops it after 150 requests.
    rateLimiter: false,
    // Ours takes bodies of unknown length and PATCH in too (server/edge/request/input.ts).
    requestSizeLimiter: false,
    // It refuses names such as "a<b", and reads every body twice: text is escaped where it is shown instead.
    xssValidator: false,
    // No other site has any business with our answers.
    corsHandler: false,
    removeLoggers: false,
  },
})

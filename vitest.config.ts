import { availableParallelism } from 'node:os'
import vue from '@vitejs/plugin-vue'
import autoImports from 'unimport/unplugin'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [
    vue(),
    // What Nuxt brings into the app's own parts by itself. Nuxt's own parts are given by tests (tests/support/staff/staff-page.ts).
    autoImports.vite({
      include: [/\/components\/(?:present|staff|site)\/.*\.vue/, /\/(?:composables|utils)\/.*\.ts$/],
      exclude: [/node_modules/, /\.test\.ts$/],
      presets: ['vue', 'vue-i18n'],
      dirs: ['composables/**', 'utils/**'],
      addons: { vueTemplate: true },
      dts: false,
    }),
  ],
  resolve: { alias: { '~/': `${import.meta.dirname}/` } },
  define: { 'import.meta.client': 'true' },
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**', '.output/**', '.releases/**', '.nuxt/**', 'player/dist/**', 'tests/browser/**'],
    environment: 'node',
    // A busy machine is no failure: these end what hangs.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    teardownTimeout: 60_000,
    expect: { poll: { timeout: 60_000 } },
    // One core alone would be left to a machine of two.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Modules are read once for many files, which takes a third of the time. So every test leaves things as it found them.
    isolate: false,
    unstubGlobals: true,
    restoreMocks: true,
    globalSetup: 'tests/support/databases/postgres.ts',
  },
})

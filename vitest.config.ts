import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [vue()],
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**', '.output/**', '.releases/**', '.nuxt/**', 'player/dist/**', 'tests/browser/**'],
    environment: 'node',
    // A busy machine is no failure.
    testTimeout: 60_000,
    // Modules are read once for many files, which takes a third of the time. So every test leaves things as it found them.
    isolate: false,
    unstubGlobals: true,
    restoreMocks: true,
    globalSetup: 'tests/support/databases/postgres.ts',
  },
})

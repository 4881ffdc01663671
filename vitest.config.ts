import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [vue()],
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**', '.output/**', '.nuxt/**', 'player/dist/**', 'tests/browser/**'],
    environment: 'node',
    // A busy machine is no failure.
    testTimeout: 60_000,
    globalSetup: 'tests/support/postgres.ts',
  },
})

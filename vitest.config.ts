import { defineConfig } from 'vitest/config'

/** One configuration for every package; each runs it from its own folder. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    environment: 'node',
    testTimeout: 240_000,
    hookTimeout: 240_000,
    passWithNoTests: true,
    maxWorkers: 2,
  },
})

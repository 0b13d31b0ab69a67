import { configDefaults, defineConfig } from 'vitest/config'

/** One configuration for every package; each runs it from its own folder. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // These take minutes, and have a configuration of their own: `npm run test:cluster`.
    exclude: [...configDefaults.exclude, 'src/cluster/**'],
    environment: 'node',
    testTimeout: 240_000,
    hookTimeout: 240_000,
    passWithNoTests: true,
    maxWorkers: 2,
  },
})

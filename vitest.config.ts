import { basename } from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'

/** Packages without effects: their test files may share what they import, which takes longer than most of their tests. */
const PURE = new Set(['events', 'language', 'roster', 'rules', 'evaluation', 'training'])

/** One configuration for every package; each runs it from its own folder. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // These take minutes, and have a configuration of their own: `npm run test:cluster`.
    exclude: [...configDefaults.exclude, 'src/cluster/**', 'src/**/*-under-load.test.ts'],
    environment: 'node',
    testTimeout: 240_000,
    hookTimeout: 240_000,
    passWithNoTests: true,
    maxWorkers: 2,
    // PGlite starts at once, and is as fast as tests need: optimizing it takes seconds and 600 MB in each process.
    execArgv: ['--liftoff-only'],
    isolate: !PURE.has(basename(process.cwd())),
  },
})

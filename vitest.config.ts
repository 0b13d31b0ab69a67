import { basename } from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Packages without effects: their test files may share what they import, which takes longer than most of their tests. */
const PURE = new Set(['events', 'language', 'roster', 'rules', 'evaluation', 'training'])

/** Test files that take minutes. Vitest begins with the longest texts: begun last, one of these would leave a processor with nothing to do. */
const LONG = /\/(?:readme\/\w+|faults\/kill[\w-]*|fuzz\/reading|replay\/law)\.test\.ts$/

class LongOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

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
    // One more than processors: a third of the time goes into waiting for commands, databases and clocks.
    maxWorkers: 3,
    sequence: { sequencer: LongOnesFirst },
    // PGlite starts at once, and is as fast as tests need: optimizing it takes seconds and 600 MB in each process.
    execArgv: ['--liftoff-only'],
    isolate: !PURE.has(basename(process.cwd())),
  },
})

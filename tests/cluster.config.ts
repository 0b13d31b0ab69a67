import { defineConfig } from 'vitest/config'

/** Suites whose answer is a time, or a share of one: nothing else runs beside them. */
const TIMED = [
  'src/cluster/drain.test.ts',
  'src/cluster/poison.test.ts',
  'src/cluster/wrong-configuration.test.ts',
  'src/**/*-under-load.test.ts',
]

/**
 * The suites over four service processes on a real Kafka, Postgres and Redis, and what is timed. They wait a good deal, for sessions that
 * run out and servers that come back: two at a time share the machine, those that are timed come after them, one by one.
 */
export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 600_000,
    hookTimeout: 120_000,
    maxConcurrency: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'survives',
          include: ['src/cluster/**/*.test.ts'],
          exclude: TIMED,
          globalSetup: ['src/cluster/real-parts.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'timed',
          include: TIMED,
          globalSetup: ['src/cluster/real-parts.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})

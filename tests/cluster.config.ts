import { defineConfig } from 'vitest/config'

/** The suites over four service processes on a real Kafka, Postgres and Redis, and what is timed: one file after the other, as they share the machine. */
export default defineConfig({
  test: {
    include: ['src/cluster/**/*.test.ts', 'src/**/*-under-load.test.ts'],
    environment: 'node',
    globalSetup: ['src/cluster/real-parts.ts'],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
})

import { createTableLog, type EventLog, topics } from '@whipcount/event-log'
import { type CloudEvent, eventDefinition } from '@whipcount/events'
import { createVersionsProjector, type Rebuilt, rebuild } from '@whipcount/projector'
import {
  createApplier,
  createCheckpoints,
  createDeadLetterOutbox,
  createDeadLetters,
  createProjections,
  createQueries,
  migrate,
  type Projections,
  projectorName,
  type Queries,
} from '@whipcount/read-store'
import { createLogger, type Failpoint } from '@whipcount/service-kit'
import type { Kysely } from 'kysely'
import { openScratch } from '../house/read-model.ts'

/** A log, and projectors that keep up every version of its read models. */
export interface FilledHouse {
  readonly db: Kysely<unknown>
  readonly log: EventLog
  readonly projections: Projections
  readonly queries: Queries
  /** The versions, with a crash at a step. */
  crashing(at: string): Projections
  append(events: readonly CloudEvent[]): Promise<void>
  rebuild(projections?: Projections, applierFailpoint?: Failpoint): Promise<Rebuilt>
  /** Waits until a version has everything that the log has. */
  settled(version: number): Promise<void>
  drop(): Promise<void>
}

export class Crash extends Error {}

export async function openFilledHouse(
  kind: 'pglite' | 'postgres',
  events: readonly CloudEvent[],
  partitions = 1,
): Promise<FilledHouse> {
  const { db, drop } = await openScratch(kind)
  await migrate(db)
  const counts = topics.map((topic) => [topic, topic === 'articles' || topic === 'events' ? partitions : 1])
  const log = await createTableLog({
    db,
    exclusive: kind === 'pglite',
    partitions: Object.fromEntries(counts),
  })
  const projections = createProjections(db)
  const logger = createLogger('test', 'fatal')
  const outbox = createDeadLetterOutbox(log, createDeadLetters(db))
  const checkpoints = createCheckpoints(db)
  const parts = { log, outbox, logger, batchSize: 40 }
  const append = async (some: readonly CloudEvent[]): Promise<void> => {
    for (const [topic, ofTopic] of Map.groupBy(some, (event) => eventDefinition(event.type)!.topic)) {
      await log.append(
        topic,
        ofTopic.map((event) => ({ key: event.subject, value: JSON.stringify(event) })),
      )
    }
  }
  await append(events)
  const projector = await createVersionsProjector({
    ...parts,
    projections,
    applierOf: (version) => createApplier({ db, version }),
    intervalMs: 50,
  })
  return {
    db,
    log,
    projections,
    queries: createQueries(db),
    append,
    crashing: (at) =>
      createProjections(db, {
        atStep: (name) => {
          if (name === at) throw new Crash(name)
        },
      }),
    rebuild: (of = projections, failpoint) =>
      rebuild({
        ...parts,
        projections: of,
        applierOf: (version) => createApplier({ db, version, ...(failpoint ? { failpoint } : {}) }),
      }),
    async settled(version) {
      for (;;) {
        let behind = 0n
        for (const topic of ['articles', 'events', 'desk']) {
          for (const [partition, end] of await log.ends(topic))
            behind += end - (await checkpoints.get(projectorName(version), topic, partition))
        }
        if (behind === 0n) return
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    },
    async drop() {
      await projector.stop()
      await log.close()
      await drop()
    },
  }
}

import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { gistOf } from '@whipcount/collector'
import { exportLog, importLog, type LogRecord, type Manifest, verifyBackup } from '@whipcount/event-log'
import {
  ArticleCollected,
  ArticleErased,
  ArticleNormalized,
  type CloudEvent,
  type DataOf,
  Failure,
} from '@whipcount/events'
import { checkpointName } from '@whipcount/normalizer'
import type { CommandContext, Common } from '../context.ts'
import type { House } from '../house.ts'
import type { Progress } from '../terminal/progress.ts'

/** `whipcount export` and `import`: the whole log as one file, into an empty log of either kind. */
export function addBackup({ command, placeOf, inHouse, show, warn, progress }: CommandContext): void {
  command(
    'export',
    'Writes the whole log to a file of JSON lines with a checksum, or to standard output (-).',
  )
    .argument('<file>')
    .option(
      '--without <article>',
      'leave out this article and all that quotes it; may be repeated',
      (id: string, former: string[]) => [...former, id],
      [],
    )
    .action(async (file: string, options: Common & { without: string[] }) => {
      const manifest = await inHouse(placeOf(options), async (house) => {
        await house.settled()
        return exportTo(house, file, options.without, progress)
      })
      progress.end()
      if (file === '-') return
      show(
        options,
        { file, ...manifest },
        () => `${countOf(manifest)} records in ${file}, SHA-256 ${manifest.sha256}`,
      )
    })
  command(
    'import',
    'Appends a file that `export` wrote to an empty log of either kind, and fills the read models from it.',
  )
    .argument('<file>')
    .action(async (file: string, options: Common) => {
      // Before the house is opened: a broken backup makes no data directory.
      const manifest = await verifyBackup(file)
      await inHouse(placeOf(options), async (house) => {
        await importFrom(house, file, manifest, progress)
        await house.settled((done, total) => progress.update(done, total, 'records'))
      })
      progress.end()
      if (manifest.without.length > 0) warn(`left out of this backup: ${manifest.without.join(', ')}`)
      show(options, { file, ...manifest }, () => `${countOf(manifest)} records imported`)
    })
}

const countOf = ({ records }: Manifest): number => Object.values(records).reduce((sum, n) => sum + n, 0)

async function exportTo(
  house: House,
  file: string,
  without: readonly string[],
  progress: Progress,
): Promise<Manifest> {
  const path = resolve(file)
  if (file !== '-' && existsSync(path))
    throw new Failure('usage', `${file} is there already. Name another file, or remove it.`)
  const partial = `${path}.partial`
  const output: Writable = file === '-' ? process.stdout : createWriteStream(partial)
  const write = async (text: string): Promise<void> => {
    if (!output.write(text)) await new Promise((done) => output.once('drain', done))
  }
  try {
    const manifest = await exportLog(house.log, {
      madeAt: new Date(),
      write,
      read: await namesOfReaders(house),
      without,
      tells,
      progress: (done, total) => progress.update(done, total, 'records'),
    })
    if (file !== '-') {
      output.end()
      await finished(output)
      await rename(partial, path)
    }
    return manifest
  } catch (error) {
    if (file !== '-') await rm(partial, { force: true })
    throw error
  }
}

/** The normalizers that have read every article: in the new log they need not begin again. */
async function namesOfReaders({ desk, log, checkpoints }: House): Promise<string[]> {
  const names: string[] = []
  for (const { challenge } of (await desk.refresh()).values()) {
    const name = checkpointName(challenge)
    let behind = 0n
    for (const [partition, end] of await log.ends('articles'))
      behind += end - (await checkpoints.get(name, 'articles', partition))
    if (behind === 0n) names.push(name)
  }
  return names
}

async function importFrom(house: House, file: string, manifest: Manifest, progress: Progress): Promise<void> {
  const { log, checkpoints, intake } = house
  await importLog(log, file, manifest, {
    progress: (done, total) => progress.update(done, total, 'records'),
    moved: (record, newPlace) => {
      const event = eventIn(record)
      if (event?.type !== ArticleNormalized.type) return record.value
      const data = event.data as DataOf<typeof ArticleNormalized>
      const place = newPlace(data.log.partition, data.log.position)
      if (place === null) return record.value
      const now = { partition: place.partition, position: String(place.position) }
      return JSON.stringify({ ...event, data: { ...data, log: now } })
    },
    async appended(topic, records) {
      for (const record of records) {
        const event = eventIn(record)
        if (event?.type === ArticleErased.type)
          await intake.erase((event.data as DataOf<typeof ArticleErased>).article)
      }
      if (topic !== 'articles') return
      // The collector's own notes, so that a source that is handed in again is known.
      const sighted = records.flatMap((record) => {
        const event = eventIn(record)
        return event?.type === ArticleCollected.type ? [event.data as DataOf<typeof ArticleCollected>] : []
      })
      await intake.noteAll(
        sighted.map((sighting) => ({
          article: sighting.article,
          revision: sighting.revision,
          gist: gistOf(sighting),
          capturedAt: sighting.captured_at,
          defaulted: false,
        })),
        new Date(),
      )
      await intake.confirm(sighted)
      for (const name of manifest.read) {
        for (const [partition, end] of await log.ends('articles')) {
          const at = await checkpoints.get(name, 'articles', partition)
          if (at !== end) await checkpoints.advance(name, 'articles', partition, at, end)
        }
      }
    },
  })
}

/** The event in a record; null where there is none: it stays as it came. */
function eventIn({ value }: { readonly value: string }): CloudEvent | null {
  try {
    return JSON.parse(value) as CloudEvent
  } catch {
    return null
  }
}

/** Whether a record holds an article or anything that quotes it. */
function tells(record: LogRecord, article: string): boolean {
  // That it was erased stays.
  if (eventIn(record)?.type === ArticleErased.type) return false
  if (record.key === article) return true
  const data = eventIn(record)?.data as
    | { article?: unknown; about?: { article?: unknown }; key?: unknown }
    | undefined
  return data?.article === article || data?.about?.article === article || data?.key === article
}

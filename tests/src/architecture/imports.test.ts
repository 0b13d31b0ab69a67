import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..', '..')

interface Import {
  readonly file: string
  /** `packages/rules`, `services/api`, ... */
  readonly room: string
  readonly from: string
}

const PURE = [
  'packages/events',
  'packages/roster',
  'packages/language',
  'packages/rules',
  'packages/projections',
]
const EDGE = [
  'packages/evaluation',
  'packages/real-parts',
  'packages/event-log',
  'packages/extractors',
  'packages/job-queue',
  'packages/read-store',
  'packages/service-kit',
  'packages/training',
]
/** Within the pure rooms: what each may import. */
const PURE_MAY: Record<string, readonly string[]> = {
  'packages/events': [],
  'packages/roster': ['packages/events'],
  'packages/language': [],
  'packages/rules': ['packages/events', 'packages/roster', 'packages/language'],
  'packages/projections': ['packages/events'],
}
/** One vendor, one room. */
const VENDORS: readonly [RegExp, (file: string) => boolean][] = [
  [/^kafkajs$/, (file) => file.startsWith('packages/event-log/src/kafka/')],
  [/^(bullmq|ioredis)$/, (file) => file.startsWith('packages/job-queue/src/bullmq/')],
  [
    /^kysely$/,
    (file) => file.startsWith('packages/read-store/') || file.startsWith('packages/event-log/src/postgres/'),
  ],
  [
    /^(pg|@electric-sql\/pglite)(\/|$)/,
    (file) => file.startsWith('packages/read-store/') || file.startsWith('packages/event-log/src/postgres/'),
  ],
  [/^wink/, (file) => file.startsWith('packages/language/')],
  [
    /^(hono|@hono\/.*)$/,
    (file) => file.startsWith('services/api/') || file.startsWith('services/collector/'),
  ],
  [/^(pino|prom-client)$/, (file) => file.startsWith('packages/service-kit/')],
  [/^(undici|feedsmith|entities)$/, (file) => file.startsWith('services/collector/src/feeds/')],
  [/^commander$/, (file) => file.startsWith('packages/cli/')],
  [/^(testcontainers|@testcontainers\/.*)$/, (file) => file.startsWith('packages/real-parts/')],
]

function sources(directory: string): string[] {
  if (!existsSync(directory)) return []
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('node_modules'))
    .map((file) => join(directory, file))
}

const rooms = ['packages', 'services'].flatMap((floor) =>
  readdirSync(join(root, floor), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, floor, entry.name, 'package.json')))
    .map((entry) => `${floor}/${entry.name}`),
)
const roomOf = new Map(
  rooms.map((room) => [
    (JSON.parse(readFileSync(join(root, room, 'package.json'), 'utf8')) as { name: string }).name,
    room,
  ]),
)
const files = rooms.flatMap((room) =>
  sources(join(root, room, 'src')).map((file) => ({ room, file: relative(root, file) })),
)
const imports: Import[] = files.flatMap(({ room, file }) =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"\n]*?(?:\{[^}]*\})?[^'"\n]*?['"]([^'"\n]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g,
    ),
  ].map((match) => ({ room, file, from: match[1] ?? match[2]! })),
)
const isTest = (file: string): boolean => /\.(contract\.)?test\.ts$/.test(file)
const inHouse = imports.filter((i) => roomOf.has(i.from)).map((i) => ({ ...i, to: roomOf.get(i.from)! }))
const show = (found: readonly { file: string; from: string }[]): string[] =>
  found.map((i) => `${i.file} imports ${i.from}`)

describe('the house', () => {
  it('was read: every room has files and most of them import', () => {
    expect(rooms.length).toBeGreaterThanOrEqual(12)
    expect(imports.length).toBeGreaterThan(files.length)
  })

  it('lets pure rooms import only the pure rooms below them', () => {
    const wrong = inHouse.filter(
      (i) => PURE.includes(i.room) && i.to !== i.room && !PURE_MAY[i.room]!.includes(i.to),
    )
    expect(show(wrong)).toEqual([])
  })

  it('lets edge rooms import pure and edge rooms only', () => {
    const wrong = inHouse.filter((i) => EDGE.includes(i.room) && !PURE.includes(i.to) && !EDGE.includes(i.to))
    expect(show(wrong)).toEqual([])
  })

  it('lets nothing but the composition root import a service', () => {
    const wrong = inHouse.filter(
      (i) => i.to.startsWith('services/') && i.room !== 'packages/cli' && i.room !== i.to,
    )
    expect(show(wrong)).toEqual([])
  })

  it('lets nothing that runs import what finds parts for tests, and that nothing of ours', () => {
    const scratch = /(^|\/)scratch\.ts$/
    const wrong = inHouse.filter(
      (i) =>
        (i.to === 'packages/real-parts' && !isTest(i.file) && !scratch.test(i.file)) ||
        (i.room === 'packages/real-parts' && i.to !== i.room),
    )
    expect(show(wrong)).toEqual([])
    expect(files.filter(({ file }) => scratch.test(file)).length).toBeGreaterThan(2)
  })

  it('keeps each room behind its index', () => {
    const deep = imports.filter((i) => /^@whipcount\/[^/]+\//.test(i.from))
    const across = imports.filter(
      (i) =>
        /^\.\.?\//.test(i.from) &&
        !relative(join(root, i.room), join(root, i.file, '..', i.from)).match(/^(?!\.\.)/),
    )
    expect(show([...deep, ...across])).toEqual([])
  })

  it('keeps each vendor in its room', () => {
    const wrong = imports.filter((i) =>
      VENDORS.some(([vendor, allowed]) => vendor.test(i.from) && !allowed(i.file)),
    )
    expect(show(wrong)).toEqual([])
  })

  it('keeps Node, clocks and chance out of the pure rooms', () => {
    const node = imports.filter((i) => PURE.includes(i.room) && i.from.startsWith('node:') && !isTest(i.file))
    expect(show(node)).toEqual([])
    const impure = files
      .filter(({ room, file }) => PURE.includes(room) && !isTest(file))
      .filter(({ file }) =>
        /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\brandomUUID\b|\bprocess\.\w|\bperformance\.now\b/.test(
          readFileSync(join(root, file), 'utf8'),
        ),
      )
    expect(impure.map(({ file }) => file)).toEqual([])
  })

  it('reads the environment only in config.ts files', () => {
    const wrong = files
      .filter(({ file }) => !/(^|\/)config\.ts$/.test(file) && !isTest(file))
      .filter(({ file }) => readFileSync(join(root, file), 'utf8').includes('process.env'))
    expect(wrong.map(({ file }) => file)).toEqual([])
  })

  it('has no room without a noun', () => {
    const vague = files.filter(({ file }) =>
      /(^|\/)(utils?|common|shared|core|lib|types|helpers?|misc)(\/|\.ts$)/.test(file),
    )
    expect(vague.map(({ file }) => file)).toEqual([])
  })
})

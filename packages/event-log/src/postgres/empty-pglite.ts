import { randomUUID } from 'node:crypto'
import { existsSync, openAsBlob, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pgliteStart } from './pglite-start.ts'

const require = createRequire(import.meta.url)

/** Where the image of an empty database is kept, one for each version of PGlite. */
function imagePath(): string {
  const manifest = join(dirname(require.resolve('@electric-sql/pglite')), '..', 'package.json')
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  return join(tmpdir(), `whipcount-empty-pglite-${version}.tar`)
}

/**
 * An empty PGlite in memory, for tests. `initdb` takes seconds each time; whoever comes first keeps what it made in the system's directory
 * for what may go, and those after read it from there.
 */
export async function emptyPglite(): Promise<PGlite> {
  const image = imagePath()
  const startParams = [...pgliteStart]
  if (existsSync(image)) return PGlite.create({ loadDataDir: await openAsBlob(image), startParams })
  const pglite = await PGlite.create({ startParams })
  const making = `${image}.${randomUUID()}`
  writeFileSync(making, Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer()))
  renameSync(making, image)
  return pglite
}

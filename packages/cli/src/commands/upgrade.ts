import { Failure } from '@whipcount/events'
import { upgradeDirectory } from '@whipcount/read-store'
import type { CommandContext, Common } from '../context.ts'

/** `whipcount upgrade`: moves a data directory of an older whipcount to this one's database. */
export function addUpgrade({ command, placeOf, show, progress }: CommandContext): void {
  command(
    'upgrade',
    'Moves a data directory that an older whipcount made to the database of this one.',
  ).action(async (options: Common) => {
    const place = placeOf(options)
    if (place.kind !== 'embedded')
      throw new Failure(
        'usage',
        'Only a data directory is upgraded. Unset DATABASE_URL and name it with --data.',
      )
    const upgraded = await upgradeDirectory(place.dataDirectory, (done, total) =>
      progress.update(done, total, 'records'),
    )
    progress.end()
    show(options, upgraded, ({ directory, outcome, from, to, records, former }) =>
      outcome === 'present'
        ? `${directory} has Postgres ${to} already`
        : `${directory} moved from Postgres ${from} to ${to}, ${records} records; the former files are in ${former}, yours to delete`,
    )
  })
}

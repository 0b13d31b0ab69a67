import type { EventLog } from '@whipcount/event-log'
import { Failure } from '@whipcount/events'
import { projectedTopics } from '@whipcount/projector'
import { type ProjectionVersion, projectorName, type Verification } from '@whipcount/read-store'
import type { Command } from 'commander'
import type { CommandContext, Common } from '../context.ts'
import { exitCodes } from '../exit.ts'
import type { House } from '../house.ts'
import { table } from '../terminal/table.ts'

/** A version with how far it is behind the log. */
type VersionShown = ProjectionVersion & { readonly behind: number }

const DEFAULT_WAIT_S = 60

/** `whipcount projections`: build the next version of the read models beside the one in use, compare, and move over. */
export function addProjections(context: CommandContext): void {
  const { program, placeOf, inHouse, show, warn, progress, width, exitWith } = context
  const group = program
    .command('projections')
    .description('Versions of the read models: the next is built by replay while the present one answers.')
  const command = (name: string, about: string): Command => context.command(name, about, group)
  const waiting = (made: Command): Command =>
    made.option('--wait <seconds>', 'how long to wait for it at most', String(DEFAULT_WAIT_S))
  const patience = (options: { wait: string }) => {
    const seconds = Number(options.wait)
    if (!Number.isFinite(seconds) || seconds < 0)
      throw new Failure('usage', `--wait ${options.wait} is no number of seconds.`)
    return { patienceMs: seconds * 1000, onWait: warn }
  }

  command('list', 'Lists the versions, with what they are at and how far behind the log.').action(
    async (options: Common) => {
      const versions = await inHouse(placeOf(options), shownVersions)
      show(options, versions, (found) => versionsText(found, width))
    },
  )
  command(
    'build',
    'Builds the next version by replay, as this build of whipcount defines it; goes on where it was cut short.',
  ).action(async (options: Common) => {
    const built = await inHouse(placeOf(options), (house) =>
      house.rebuild((done, total) => progress.update(done, total, 'records')),
    )
    progress.end()
    const { version, outcome, records } = built
    const what = { begun: 'built', resumed: 'built to its end', standing: 'was built already; brought up' }
    show(
      options,
      built,
      () =>
        `version ${version} ${what[outcome]}, ${records} records. Next: whipcount projections verify ${version}`,
    )
  })
  waiting(command('verify', 'Compares a version with the one in use: digests, or else which answers differ.'))
    .argument('[version]', 'default: the newest that is built')
    .option('--accept <names>', 'answers that may differ, with commas between them')
    .action(async (given: string | undefined, options: Common & { accept?: string; wait: string }) => {
      const accept = (options.accept ?? '').split(',').flatMap((name) => name.trim() || [])
      const found = await inHouse(placeOf(options), async ({ projections }) => {
        const version = await versionAsked(await projections.list(), given)
        return projections.verify(version, { accept, ...patience(options) })
      })
      show(options, found, (verification) => verificationText(verification, width))
      if (!found.verified) exitWith(exitCodes.failed)
    })
  waiting(command('cutover', 'Moves the public views to a version, in one transaction.'))
    .argument('[version]', 'default: the newest that is built')
    .option('--force', 'go on though it is not verified, or behind the one in use')
    .action(async (given: string | undefined, options: Common & { force?: boolean; wait: string }) => {
      const { force = false } = options
      if (force)
        warn('--force: neither the comparison with the version in use nor its place in the log is looked at')
      const done = await inHouse(placeOf(options), async ({ projections }) => {
        const version = await versionAsked(await projections.list(), given)
        const { from } = await projections.cutover(version, { force, ...patience(options) })
        return { version, from }
      })
      show(options, done, ({ version, from }) =>
        version === from
          ? `version ${version} is in use already`
          : `version ${version} is in use; \`whipcount projections rollback\` goes back to ${from}`,
      )
    })
  waiting(command('rollback', 'Moves the public views back to the version that was in use before.'))
    .option('--force', 'go on though it is behind: answers will be older than they were')
    .action(async (options: Common & { force?: boolean; wait: string }) => {
      const { force = false } = options
      if (force) warn('--force: how far the former version has come is not looked at')
      const done = await inHouse(placeOf(options), ({ projections }) =>
        projections.rollback({ force, ...patience(options) }),
      )
      show(options, done, ({ version, from }) => `version ${version} is in use again, in place of ${from}`)
    })
  command('drop', 'Drops a version that is not in use.')
    .argument('<version>')
    .action(async (given: string, options: Common) => {
      const version = await inHouse(placeOf(options), async ({ projections }) => {
        const asked = await versionAsked(await projections.list(), given)
        await projections.drop(asked)
        return asked
      })
      show(options, { version, outcome: 'dropped' }, () => `version ${version} dropped`)
    })
}

async function shownVersions({ projections, log, checkpoints }: House): Promise<VersionShown[]> {
  const ends = await endsOf(log)
  const shown: VersionShown[] = []
  for (const version of await projections.list()) {
    let behind = 0n
    for (const { topic, partition, end } of ends)
      behind += end - (await checkpoints.get(projectorName(version.version), topic, partition))
    shown.push({ ...version, behind: Number(behind) })
  }
  return shown
}

async function endsOf(log: EventLog): Promise<{ topic: string; partition: number; end: bigint }[]> {
  const ends: { topic: string; partition: number; end: bigint }[] = []
  for (const topic of projectedTopics) {
    for (const [partition, end] of await log.ends(topic)) ends.push({ topic, partition, end })
  }
  return ends
}

/** The version that is meant: the one given, else the newest that is built. Throws `usage`. */
async function versionAsked(
  versions: readonly ProjectionVersion[],
  given: string | undefined,
): Promise<number> {
  if (given !== undefined) {
    if (/^\d{1,9}$/.test(given)) return Number(given)
    throw new Failure(
      'usage',
      `${given} is no version. \`whipcount projections list\` shows those there are.`,
    )
  }
  const newest = versions.findLast(({ state }) => state === 'built')
  if (newest) return newest.version
  throw new Failure(
    'usage',
    'No version is built beside the one in use. `whipcount projections build` builds one.',
  )
}

function versionsText(versions: readonly VersionShown[], width: number): string {
  return table(
    [
      { heading: 'version', cell: (row) => row.version, numeric: true },
      { heading: 'state', cell: (row) => row.state },
      { heading: 'behind', cell: (row) => row.behind, numeric: true },
      {
        heading: 'in use since',
        cell: (row) => (row.state === 'active' ? (row.activated_at ?? row.made_at) : null),
      },
      { heading: 'verified against', cell: (row) => row.verified?.against ?? null, numeric: true },
      {
        heading: 'definition',
        cell: (row) =>
          row.ours ? (row.same_answers ? 'of this build' : 'other answers') : 'of another build',
      },
    ],
    versions,
    width,
  )
}

function verificationText(found: Verification, width: number): string {
  const { version, against, same_definition, tables, answers, unaccepted, verified } = found
  const next = `Next: whipcount projections cutover ${version}`
  if (same_definition) {
    return verified
      ? `version ${version} holds the same as version ${against}, of the same definition. ${next}`
      : `version ${version} differs from version ${against}, of the same definition, in ${tables.join(', ')}. One of them is damaged: drop ${version} and build again; if it differs again, ${against} is.`
  }
  if (answers.length === 0) return `version ${version} answers as version ${against} does. ${next}`
  const told = table(
    [
      { heading: 'answer', cell: (row) => row.name },
      { heading: 'rows gone', cell: (row) => row.gone, numeric: true },
      { heading: 'rows come', cell: (row) => row.come, numeric: true },
      { heading: 'columns', cell: (row) => row.columns.join('; ') },
      {
        heading: 'for example',
        cell: ({ examples }) =>
          [
            ...examples.gone.map((row) => `- ${JSON.stringify(row)}`),
            ...examples.come.map((row) => `+ ${JSON.stringify(row)}`),
          ]
            .slice(0, 2)
            .join('  '),
        wraps: true,
      },
    ],
    answers,
    width,
  )
  const rest =
    unaccepted.length === 0
      ? `Every difference is accepted. ${next}`
      : `Not accepted: ${unaccepted.join(', ')}. Look at them, then: whipcount projections verify ${version} --accept ${answers.map(({ name }) => name).join(',')}`
  return `version ${version} and version ${against} have other definitions. These answers differ:\n\n${told}\n\n${rest}`
}

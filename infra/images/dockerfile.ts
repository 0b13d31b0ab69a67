/** One instruction of a Dockerfile, as far as ours use them. */
export type Instruction =
  | { readonly kind: 'workdir'; readonly path: string }
  | {
      readonly kind: 'copy'
      /** The stage copied from; null is the build context. */
      readonly from: string | null
      readonly sources: readonly string[]
      readonly destination: string
    }
  | { readonly kind: 'run'; readonly command: string }
  | { readonly kind: 'env'; readonly variables: Readonly<Record<string, string>> }
  | { readonly kind: 'user'; readonly uid: number; readonly gid: number }
  | { readonly kind: 'expose'; readonly port: number }
  | { readonly kind: 'healthcheck'; readonly argv: readonly string[] }
  | { readonly kind: 'entrypoint'; readonly argv: readonly string[] }
  | { readonly kind: 'cmd'; readonly argv: readonly string[] }

/** One `FROM` and what follows it. */
export interface Stage {
  readonly name: string
  /** Another stage's name, or an image. */
  readonly from: string
  readonly instructions: readonly Instruction[]
}

/** What a container of a stage's image is started with, inherited from the stages below it. */
export interface Runtime {
  readonly workdir: string
  readonly env: Readonly<Record<string, string>>
  readonly user: { readonly uid: number; readonly gid: number } | null
  readonly ports: readonly number[]
  readonly healthcheck: readonly string[] | null
  readonly entrypoint: readonly string[]
  readonly cmd: readonly string[]
}

/**
 * Reads a Dockerfile into its stages. It understands what the images of this repository use, and throws, naming the line, at
 * anything else: an instruction that was passed over would be one that nobody tests.
 */
export function parseDockerfile(text: string): Stage[] {
  const args = new Map<string, string>()
  const stages: (Stage & { instructions: Instruction[] })[] = []
  for (const { line, keyword, rest } of logicalLines(text)) {
    const wrong = (why: string): Error => new Error(`Dockerfile line ${line}: ${keyword} ${rest}: ${why}.`)
    if (keyword === 'ARG') {
      const [name, value] = rest.split('=')
      if (value === undefined || stages.length > 0)
        throw wrong('only an ARG with a default above the first FROM')
      args.set(name!, value)
      continue
    }
    if (keyword === 'FROM') {
      const [, image, name] = /^(\S+) AS (\S+)$/.exec(rest) ?? []
      if (name === undefined) throw wrong('every stage has a name')
      const from = image!.replace(/\$\{(\w+)\}/g, (all, arg) => args.get(arg) ?? all)
      stages.push({ name, from, instructions: [] })
      continue
    }
    const stage = stages.at(-1)
    if (stage === undefined) throw wrong('there is no FROM above it')
    stage.instructions.push(instruction(keyword, rest, wrong))
  }
  return stages
}

function instruction(keyword: string, rest: string, wrong: (why: string) => Error): Instruction {
  switch (keyword) {
    case 'WORKDIR':
      return { kind: 'workdir', path: rest }
    case 'RUN':
      return { kind: 'run', command: rest }
    case 'COPY': {
      const words = rest.split(/\s+/)
      const from = words[0]!.startsWith('--from=') ? words.shift()!.slice('--from='.length) : null
      const destination = words.pop()!
      if (words.length === 0 || words.some((word) => /^--|[*?]/.test(word)))
        throw wrong('only --from, and no wildcards')
      return { kind: 'copy', from, sources: words, destination }
    }
    case 'ENV': {
      const pairs = rest.split(/\s+/).map((pair) => pair.split('='))
      if (pairs.some((pair) => pair.length !== 2)) throw wrong('NAME=value, without spaces in it')
      return { kind: 'env', variables: Object.fromEntries(pairs) }
    }
    case 'USER': {
      const [, uid, gid] = /^(\d+):(\d+)$/.exec(rest) ?? []
      if (gid === undefined) throw wrong('a user and a group, by number')
      return { kind: 'user', uid: Number(uid), gid: Number(gid) }
    }
    case 'EXPOSE':
      return { kind: 'expose', port: Number(rest) }
    case 'HEALTHCHECK': {
      const [, argv] = /^(?:--\S+\s+)*CMD (\[.*\])$/.exec(rest) ?? []
      if (argv === undefined) throw wrong('CMD with a JSON array')
      return { kind: 'healthcheck', argv: words(argv, wrong) }
    }
    case 'ENTRYPOINT':
      return { kind: 'entrypoint', argv: words(rest, wrong) }
    case 'CMD':
      return { kind: 'cmd', argv: words(rest, wrong) }
    default:
      throw wrong('not understood')
  }
}

function words(json: string, wrong: (why: string) => Error): string[] {
  try {
    return JSON.parse(json) as string[]
  } catch {
    throw wrong('a JSON array of words, so that no shell stands between a signal and the process')
  }
}

function* logicalLines(text: string): Generator<{ line: number; keyword: string; rest: string }> {
  let open = ''
  for (const [index, raw] of text.split('\n').entries()) {
    if (/^\s*(#|$)/.test(raw)) continue
    open += raw.trim()
    if (open.endsWith('\\')) {
      open = open.slice(0, -1)
      continue
    }
    const [, keyword, rest] = /^(\S+)\s+(.*)$/.exec(open) ?? [null, open, '']
    yield { line: index + 1, keyword: keyword!.toUpperCase(), rest: rest! }
    open = ''
  }
}

/** The stages below one, from the lowest to itself. Throws where there is none of the name. */
export function lineage(stages: readonly Stage[], name: string): Stage[] {
  const stage = stages.find((one) => one.name === name)
  if (stage === undefined)
    throw new Error(
      `The Dockerfile has no stage ${name}; it has ${stages.map((one) => one.name).join(', ')}.`,
    )
  const below = stages.some((one) => one.name === stage.from) ? lineage(stages, stage.from) : []
  return [...below, stage]
}

/** The stages that others do not build on: the images. */
export function targets(stages: readonly Stage[]): string[] {
  const used = new Set(
    stages.flatMap(({ from, instructions }) => [
      from,
      ...instructions.flatMap((one) => (one.kind === 'copy' && one.from !== null ? [one.from] : [])),
    ]),
  )
  return stages.map(({ name }) => name).filter((name) => !used.has(name))
}

/** What a container of this target is started with. */
export function runtimeOf(stages: readonly Stage[], target: string): Runtime {
  const instructions = lineage(stages, target).flatMap((stage) => stage.instructions)
  const last = <Kind extends Instruction['kind']>(kind: Kind) =>
    instructions.findLast((one): one is Extract<Instruction, { kind: Kind }> => one.kind === kind)
  return {
    workdir: last('workdir')?.path ?? '/',
    env: Object.assign({}, ...instructions.map((one) => (one.kind === 'env' ? one.variables : {}))),
    user: last('user') ?? null,
    ports: instructions.flatMap((one) => (one.kind === 'expose' ? [one.port] : [])),
    healthcheck: last('healthcheck')?.argv ?? null,
    entrypoint: last('entrypoint')?.argv ?? [],
    cmd: last('cmd')?.argv ?? [],
  }
}

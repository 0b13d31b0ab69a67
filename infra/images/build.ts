import { spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, delimiter, dirname, join } from 'node:path'
import { contextFiles } from './context.ts'
import { lineage, type Stage } from './dockerfile.ts'

/** The root directory that a stage's image would have. */
export interface BuiltStage {
  readonly root: string
}

/** A command of a `RUN`, and what it took. */
export interface Ran {
  readonly stage: string
  readonly command: string
  readonly ms: number
}

/**
 * Does what a Dockerfile says, without Docker: each stage is a directory, `COPY` copies from the context as `.dockerignore` leaves it, and
 * `RUN` runs with this machine's shell and npm, this process's Node, and nothing else of its environment. What the base image brings
 * is not there: it is this machine.
 *
 * A command that names an absolute path is refused: it would reach this machine, not the image.
 */
export function createBuilder(options: {
  stages: readonly Stage[]
  /** The repository. */
  context: string
  dockerignore: string
  /** An empty directory for the stages. */
  directory: string
  ran: (command: Ran) => void
}): { build(target: string): Promise<BuiltStage> } {
  const { stages, context, dockerignore, directory, ran } = options
  const files = contextFiles(context, dockerignore)
  const built = new Map<string, Promise<BuiltStage>>()
  chmodSync(directory, 0o755)
  const home = join(directory, 'home')
  mkdirSync(home)

  const build = (target: string): Promise<BuiltStage> => {
    const known = built.get(target)
    if (known !== undefined) return known
    const building = make(lineage(stages, target).at(-1)!)
    built.set(target, building)
    return building
  }

  /** A stage that one other goes on from need not be kept: copying half a gigabyte takes longer than installing it. */
  const usersOf = (name: string): number =>
    stages.reduce(
      (sum, { from, instructions }) =>
        sum +
        Number(from === name) +
        instructions.filter((one) => one.kind === 'copy' && one.from === name).length,
      0,
    )

  const make = async (stage: Stage): Promise<BuiltStage> => {
    const base = stages.some(({ name }) => name === stage.from) ? await build(stage.from) : null
    if (base !== null && stage.instructions.every(({ kind }) => kind !== 'run' && kind !== 'copy'))
      return base
    const root = join(directory, stage.name)
    if (base === null) mkdirSync(root)
    else if (usersOf(stage.from) === 1) renameSync(base.root, root)
    else cpSync(base.root, root, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
    let workdir = root
    for (const { name } of lineage(stages, stage.name).slice(0, -1)) {
      for (const one of stages.find((other) => other.name === name)!.instructions)
        if (one.kind === 'workdir') workdir = join(root, one.path)
    }
    for (const one of stage.instructions) {
      if (one.kind === 'workdir') {
        workdir = join(root, one.path)
        mkdirSync(workdir, { recursive: true })
      } else if (one.kind === 'copy') {
        const from = one.from === null ? null : (await build(one.from)).root
        for (const source of one.sources) copy(from, source, workdir, one.destination)
      } else if (one.kind === 'run') {
        if (/(^|[\s'"=])\//.test(one.command))
          throw new Error(
            `RUN ${one.command}: it names an absolute path, which would be one of this machine.`,
          )
        const began = performance.now()
        await run(one.command, workdir, home)
        ran({ stage: stage.name, command: one.command, ms: performance.now() - began })
      }
    }
    return { root }
  }

  /** A folder's contents go into the destination; a file goes into it where it ends with a slash. */
  const copy = (stageRoot: string | null, source: string, workdir: string, destination: string): void => {
    const to = join(workdir, destination)
    if (stageRoot !== null) {
      const from = join(stageRoot, source)
      const into =
        statSync(from).isDirectory() || !destination.endsWith('/') ? to : join(to, basename(source))
      cpSync(from, into, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
      return
    }
    const found = files.filter((file) => file === source || file.startsWith(`${source}/`))
    if (found.length === 0)
      throw new Error(`COPY ${source}: .dockerignore leaves nothing of it in the build, or it is not there.`)
    for (const file of found) {
      const inside =
        file === source ? (destination.endsWith('/') ? basename(file) : '') : file.slice(source.length)
      const into = join(to, inside)
      mkdirSync(dirname(into), { recursive: true })
      cpSync(join(context, file), into, { verbatimSymlinks: true, preserveTimestamps: true })
    }
  }
  return { build }
}

/**
 * The environment of a command of an image: this process's Node first and no `node_modules` of a checkout; of npm, this machine's way to
 * its registry, and its cache.
 */
export function imageEnvironment(home: string): NodeJS.ProcessEnv {
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((part) => !part.includes('node_modules'))
  const npm = Object.entries(process.env).filter(([name]) =>
    /^npm_config_(registry|userconfig|globalconfig|cafile|cache|.*proxy)$/i.test(name),
  )
  const cache = join(homedir(), '.npm')
  return {
    PATH: [dirname(process.execPath), ...path].join(delimiter),
    HOME: home,
    npm_config_cache: cache,
    ...Object.fromEntries(npm),
  }
}

function run(command: string, cwd: string, home: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['-eu', '-c', command], {
      cwd,
      env: imageEnvironment(home),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`RUN ${command}: ended with ${code}:\n${Buffer.concat(said).toString()}`))
    })
  })
}

/** Whether a path of an image is there. */
export const inImage = (image: BuiltStage, path: string): boolean => existsSync(join(image.root, path))

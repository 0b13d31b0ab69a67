import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { required, serviceVariables, type Variables } from '@whipcount/service-kit'
import { cliVariables } from '../../../packages/cli/src/config.ts'
import { apiVariables } from '../../../services/api/src/config.ts'
import { collectorVariables } from '../../../services/collector/src/config.ts'
import { normalizerVariables } from '../../../services/normalizer/src/config.ts'
import { projectorVariables } from '../../../services/projector/src/config.ts'
import { root } from '../house/command.ts'

export const readmePath = join(root, 'README.md')

/** A shell block of the README, and the sample output that stands right below it. */
export interface Example {
  readonly line: number
  readonly commands: string
  /** The lines of the `text` block; null where none is shown. One line `…` stands for those left out. */
  readonly shown: readonly string[] | null
}

const BLOCKS = /^```(\w*)\n([\s\S]*?)^```$/gm

/** The shell blocks of a Markdown text, in order. */
export function examplesOf(markdown: string): Example[] {
  const blocks = [...markdown.matchAll(BLOCKS)].map((match) => ({
    language: match[1]!,
    content: match[2]!,
    from: match.index,
    to: match.index + match[0].length,
  }))
  return blocks.flatMap(({ language, content, from, to }, i) => {
    if (language !== 'sh') return []
    const next = blocks[i + 1]
    const below = next?.language === 'text' && markdown.slice(to, next.from).trim() === ''
    return [
      {
        line: markdown.slice(0, from).split('\n').length,
        commands: content,
        shown: below ? next.content.trimEnd().split('\n') : null,
      },
    ]
  })
}

/** What is not run but looked up: installing, testing (this is a test), and what runs until somebody ends it. */
const NOT_RUN = /^npm (ci|test|run (kafka|cluster|bench|test))\b/

/** The npm scripts that commands name without being run; `npm ci` needs none. */
export function scriptsNamed(commands: string): string[] {
  return commands.split('\n').flatMap((line) =>
    line
      .split('&&')
      .map((part) => part.trim())
      .filter((part) => /^npm (test|start|run )/.test(part))
      .map((part) => part.split(/\s+/)[part.startsWith('npm run') ? 2 : 1]!),
  )
}

/** The commands in the form that ends: what cannot be run here left out, and `npm start` with `--once`. */
export function runnable(commands: string): string {
  return commands
    .split('\n')
    .map((line) =>
      line
        .split('&&')
        .map((part) => part.trimEnd())
        .filter((part) => !NOT_RUN.test(part.trim()))
        .map((part) => part.replace(/^(\s*npm start)(\s+#.*)?$/, '$1 -- --once'))
        .join(' &&'),
    )
    .join('\n')
    .trim()
}

/** Makes a copy of the repository for the commands: everything in it is linked, what they write stays in the copy. */
export function makeWorkingCopy(directory: string): void {
  mkdirSync(directory, { recursive: true })
  for (const name of readdirSync(root)) {
    if (!name.startsWith('.')) symlinkSync(join(root, name), join(directory, name))
  }
}

/** Makes a copy whose own packages and services may be edited; only what they depend on is linked. */
export function makeEditableCopy(directory: string): void {
  const modules = join(directory, 'node_modules')
  const bin = join(modules, '.bin')
  mkdirSync(join(modules, '@whipcount'), { recursive: true })
  mkdirSync(bin)
  for (const folder of ['packages', 'services']) {
    for (const name of readdirSync(join(root, folder))) {
      const made = join(directory, folder, name)
      cpSync(join(root, folder, name), made, {
        recursive: true,
        filter: (path) => !/\/(node_modules|\.vitest|\.turbo)(\/|$)/.test(path.slice(root.length)),
      })
      symlinkSync(made, join(modules, '@whipcount', name))
      const own = join(root, folder, name, 'node_modules')
      if (existsSync(own)) symlinkSync(own, join(made, 'node_modules'))
    }
  }
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== '@whipcount' && !name.startsWith('.'))
      symlinkSync(join(root, 'node_modules', name), join(modules, name))
  }
  for (const name of readdirSync(join(root, 'node_modules', '.bin')))
    symlinkSync(
      name === 'whipcount'
        ? join(directory, 'packages', 'cli', 'src', 'main.ts')
        : join(root, 'node_modules', '.bin', name),
      join(bin, name),
    )
  for (const name of ['package.json', 'tsconfig.json']) cpSync(join(root, name), join(directory, name))
}

/** Keeps V8 from optimizing the embedded Postgres, for which a short command would wait seconds (as the `execArgv` of the tests do). */
const UNOPTIMIZED =
  "--import=data:text/javascript,import%20v8%20from'node:v8';v8.setFlagsFromString('--liftoff-only')"

/** Runs shell commands as a reader would paste them; a command that fails ends them. */
export function runShell(
  commands: string,
  cwd: string,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const env = { ...process.env }
  for (const name of Object.keys(env)) {
    if (/^(WHIPCOUNT_|npm_|DATABASE_URL$|KAFKA_|REDIS_URL$|INIT_CWD$)/.test(name)) delete env[name]
  }
  env['PATH'] = [dirname(process.execPath), env['PATH']].join(delimiter)
  env['NODE_OPTIONS'] = [env['NODE_OPTIONS'], UNOPTIMIZED].filter(Boolean).join(' ')
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['-eu', '-c', commands], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    )
  })
}

/** What a command printed, as a reader sees it: without npm's announcement of the script, paths as seen from the checkout. */
export function printedLines(stdout: string): string[] {
  return stdout
    .replaceAll(`${root}/`, '')
    .replace(/^\n> [^\n]*\n> [^\n]*\n\n?/m, '')
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd())
}

/**
 * Puts names of the same length in place of rulesets' short hashes, which every change of a rule changes: the first that is seen is
 * `(ruleset-01)`, and so on.
 */
export function createRulesetNames(): (text: string) => string {
  const names = new Map<string, string>()
  return (text) =>
    text.replace(/(?<![-\w])[0-9a-f]{12}(?![-\w])/g, (hash) => {
      const name = names.get(hash) ?? `(ruleset-${String(names.size + 1).padStart(2, '0')})`
      names.set(hash, name)
      return name
    })
}

/** The pages beside the README whose commands are executed too, by their path in the repository. */
export const pages: readonly string[] = ['packages', 'services']
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name, 'docs')))
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name)))
  .filter((path) => path.endsWith('.md'))
  .sort()

/** The real output cut as the shown one is: as many lines before its `…`, and as many after; a lone `…` asks for all of it. */
export function cutLike(shown: readonly string[], printed: readonly string[]): string[] {
  const gap = shown.indexOf('…')
  if (gap < 0 || shown.length === 1) return [...printed]
  const after = shown.length - gap - 1
  return [...printed.slice(0, gap), '…', ...printed.slice(printed.length - after)]
}

const readers: readonly [string, Variables][] = [
  ['command', cliVariables],
  ['collector', { ...serviceVariables, ...collectorVariables }],
  ['normalizer', { ...serviceVariables, ...normalizerVariables }],
  ['projector', { ...serviceVariables, ...projectorVariables }],
  ['api', { ...serviceVariables, ...apiVariables }],
]

/** Every variable that the command and the services read. */
export const variablesRead: readonly string[] = [
  ...new Set(readers.flatMap(([, spec]) => Object.keys(spec))),
].sort()

/** The README's table of environment variables, from what the command and the services declare. */
export function variablesTable(): string {
  const rows = new Map<string, { name: string; cells: string; by: string[] }>()
  for (const [reader, spec] of readers) {
    for (const [name, { about, fallback }] of Object.entries(spec)) {
      const value = fallback === required ? 'required' : fallback === null ? '' : `\`${String(fallback)}\``
      const cells = `${value} | ${about}`
      const row = rows.get(`${name}\n${cells}`) ?? { name, cells, by: [] }
      row.by.push(reader)
      rows.set(`${name}\n${cells}`, row)
    }
  }
  const lines = [...rows.values()]
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(
      ({ name, cells, by }) =>
        `| \`${name}\` | ${cells} | ${by.length === readers.length ? 'all' : by.join(', ')} |`,
    )
  return ['| variable | default | what it sets | read by |', '|---|---|---|---|', ...lines].join('\n')
}

const TABLE = /(?<=^<!-- variables -->\n)[\s\S]*?(?=\n<!-- \/variables -->$)/m

/** The table of variables as the README has it; null where its markers are missing. */
export function shownTable(markdown: string): string | null {
  return TABLE.exec(markdown)?.[0] ?? null
}

/** The README with the table and the outputs (by example, in order; null leaves one alone) put in. */
export function written(markdown: string, outputs: readonly (readonly string[] | null)[]): string {
  let next = 0
  return markdown
    .replace(/(^```sh\n[\s\S]*?^```\n)(?:(\s*```text\n)[\s\S]*?(^```$))?/gm, (all, sh, open, close) => {
      const output = outputs[next++]
      return open === undefined || !output ? all : `${sh}${open}${output.join('\n')}\n${close}`
    })
    .replace(TABLE, () => variablesTable())
}

/** The README as it stands. */
export const readReadme = (): string => readFileSync(readmePath, 'utf8')

import { globSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createBuilder } from '../../../infra/images/build.ts'
import { startContainer } from '../../../infra/images/container.ts'
import { contextFiles } from '../../../infra/images/context.ts'
import { parseDockerfile, runtimeOf, targets } from '../../../infra/images/dockerfile.ts'
import { inDirectory, root } from '../house/command.ts'

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const stages = parseDockerfile(read('infra/images/Dockerfile'))
const context = contextFiles(root, read('.dockerignore'))
const services = readdirSync(join(root, 'services'))

describe('the images', () => {
  it('are one for each service, and one for the command', () => {
    expect(targets(stages).sort()).toEqual([...services, 'migrate'].sort())
  })

  it('stand on one image of Node, pinned to the version that the tests run on', () => {
    const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: { node: string } }
    const bases = stages.map(({ from }) => from).filter((from) => !stages.some(({ name }) => name === from))
    expect(new Set(bases)).toEqual(new Set([`node:${devDependencies.node}-trixie-slim`]))
  })

  it('install with the manifest of every workspace: npm would not take the lock file without one', () => {
    const copied = stages[0]!.instructions.flatMap((one) => (one.kind === 'copy' ? one.sources : []))
    const workspaces = globSync(
      ['packages/*/package.json', 'services/*/package.json', 'tests/package.json'],
      {
        cwd: root,
      },
    )
    expect(copied.sort()).toEqual([...workspaces, 'package.json', 'package-lock.json'].sort())
  })

  it.each(services)('start %s by its main module, as nobody of note, with a probe', (service) => {
    const { entrypoint, cmd, user, ports, env, healthcheck } = runtimeOf(stages, service)
    expect([...entrypoint, ...cmd]).toEqual(['node', `services/${service}/src/main.ts`])
    expect(user!.uid).toBeGreaterThan(0)
    expect(ports.map(String)).toEqual([env['WHIPCOUNT_HTTP_PORT']])
    expect(healthcheck!.join(' ')).toContain('/livez')
  })

  it('have every module that one of theirs imports, and no test, corpus or installed package', () => {
    const modules = context.filter((path) => path.endsWith('.ts'))
    expect(modules.length).toBeGreaterThan(100)
    const missing = modules.flatMap((path) =>
      [...read(path).matchAll(/(?:from|import\(|import\.meta\.resolve\()\s*'(\.[^']+)'/g)]
        .map(([, target]) => join(dirname(path), target!))
        .filter((target) => !context.includes(target))
        .map((target) => `${path} imports ${target}`),
    )
    expect(missing).toEqual([])
    expect(context.filter((path) => /\.test\.ts$|node_modules|corpus|^infra|^\./.test(path))).toEqual([])
    expect(context.filter((path) => path.startsWith('tests/'))).toEqual(['tests/package.json'])
  })
})

describe('a build without Docker', () => {
  const given = `
    ARG BASE=node:1
    FROM \${BASE} AS made
    WORKDIR /house
    COPY one.txt two ./
    RUN cp one.txt copied.txt && \\
      echo "$HOME" > home.txt
    FROM made AS changed
    RUN rm one.txt
    FROM \${BASE} AS runtime
    WORKDIR /house
    COPY --from=changed /house inner/
    ENV GREETING=hello PORT=81
    FROM runtime AS speaks
    ENV PORT=82
    CMD ["node", "--eval", "console.log(process.env.GREETING, process.env.PORT, process.env.HOUSE, process.cwd())"]`

  it('copies, runs and starts what the Dockerfile says, and leaves out what .dockerignore does', async () => {
    await inDirectory(async (directory) => {
      const source = join(directory, 'source')
      mkdirSync(join(source, 'two', 'deep'), { recursive: true })
      for (const path of ['one.txt', 'two/three.txt', 'two/deep/left.out', 'two/deep/four.txt'])
        writeFileSync(join(source, path), path)
      const built = join(directory, 'built')
      mkdirSync(built)
      const ran: string[] = []
      const parsed = parseDockerfile(given)
      const image = await createBuilder({
        stages: parsed,
        context: source,
        dockerignore: '*\n!one.txt\n!two\n**/*.out',
        directory: built,
        ran: ({ stage }) => ran.push(stage),
      }).build('speaks')
      expect(ran).toEqual(['made', 'changed'])
      const inner = join(image.root, 'house', 'inner')
      expect(readdirSync(inner, { recursive: true }).sort()).toEqual([
        'copied.txt',
        'deep',
        'deep/four.txt',
        'home.txt',
        'three.txt',
      ])
      expect(readFileSync(join(inner, 'home.txt'), 'utf8').trim()).toBe(join(built, 'home'))
      const speaks = startContainer(image, runtimeOf(parsed, 'speaks'), { env: { HOUSE: 'whip' } })
      expect(await speaks.firstLine).toBe(`hello 82 whip ${join(image.root, 'house')}`)
      expect(await speaks.ended).toBe(0)
    })
  })

  it('says what a command said that failed, and what an image said that ended', async () => {
    await inDirectory(async (directory) => {
      const builder = (text: string) => {
        const built = join(directory, String(readdirSync(directory).length))
        mkdirSync(built)
        const stages = parseDockerfile(text)
        return createBuilder({
          stages,
          context: directory,
          dockerignore: '',
          directory: built,
          ran: () => {},
        })
      }
      const fails = builder('FROM node:1 AS a\nRUN echo no such luck; exit 3')
      await expect(fails.build('a')).rejects.toThrow(/ended with 3:\nno such luck/)
      const outside = builder('FROM node:1 AS a\nRUN rm -r /whipcount')
      await expect(outside.build('a')).rejects.toThrow(/absolute path/)
      const nothing = builder('FROM node:1 AS a\nCOPY gone.txt ./')
      await expect(nothing.build('a')).rejects.toThrow(/COPY gone\.txt: .*not there/)
      const text = 'FROM node:1 AS a\nCMD ["node", "--eval", "throw new Error(`sorry`)"]'
      const image = await builder(text).build('a')
      await expect(startContainer(image, runtimeOf(parseDockerfile(text), 'a')).firstLine).rejects.toThrow(
        /ended with 1: .*sorry/s,
      )
    })
  })

  it.each([
    ['FROM node:1 AS a\nADD https://example.org/x ./', /line 2: ADD .* not understood/],
    ['FROM node:1 AS a\nCMD node main.ts', /line 2: CMD .*JSON array/],
    ['FROM node:1 AS a\nUSER node', /line 2: USER .*by number/],
    ['FROM node:1', /line 1: FROM .*name/],
    ['COPY a b', /line 1: COPY .*no FROM/],
    ['FROM node:1 AS a\nCOPY *.json ./', /line 2: COPY .*wildcards/],
  ])('refuses what it would pass over: %j', (text, why) => {
    expect(() => parseDockerfile(text)).toThrow(why)
  })

  it('names the stages that there are where one is asked for that is not', () => {
    expect(() => runtimeOf(stages, 'dashboards')).toThrow(
      /no stage dashboards; it has install, build, .*migrate/,
    )
  })
})

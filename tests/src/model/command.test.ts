import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  exampleChallenge,
  type ScriptedServer,
  says,
  startScriptedServer,
  status,
} from '@whipcount/extractors/scratch'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyHouse, inDirectory, whipcount } from '../house/command.ts'

const byRules = 'Harbour MP Robert Finch told reporters that Prime Minister Anna Vale should resign.'
const byModel = 'Tom Reyes was seen at Vale’s elbow.'
const support = {
  type: 'member-support',
  actor: 'Tom Reyes',
  body: false,
  attrs: {},
  date: null,
  earlier: false,
  attribution: 'named',
  evidence: byModel,
  quote: null,
}

describe('the command with a language model', { timeout: 600_000 }, () => {
  let server: ScriptedServer
  beforeAll(async () => {
    server = await startScriptedServer()
  })
  afterAll(() => server.close())

  it('counts what the rules found while the model fails, and what both found once it is redriven', async () => {
    await inDirectory(async (directory) => {
      mkdirSync(join(directory, 'mine'))
      writeFileSync(join(directory, 'mine', 'challenge.json'), JSON.stringify(exampleChallenge))
      const article = { published: '2030-05-15', outlet: 'Quayside News', text: `${byRules} ${byModel}` }
      writeFileSync(join(directory, 'one.jsonl'), `${JSON.stringify(article)}\n`)
      const env = {
        WHIPCOUNT_MODEL_URL: server.url,
        WHIPCOUNT_MODEL_NAME: 'a-model',
        WHIPCOUNT_MODEL_KEY: 'sk-secret',
        WHIPCOUNT_DATA: join(directory, 'data'),
      }
      await emptyHouse(env.WHIPCOUNT_DATA)
      const run = (...args: string[]) => whipcount(args, { env, cwd: directory })
      const rulesOfClaims = async (): Promise<string[]> => {
        const { stdout } = await run('claims', '--json')
        return (JSON.parse(stdout) as { rule: string }[]).map(({ rule }) => rule.split('/')[0]!).sort()
      }

      server.play(status(404))
      const ingested = await run('ingest', 'one.jsonl', '--challenge', 'mine', '--json')
      expect({ code: ingested.code, ...JSON.parse(ingested.stdout) }).toMatchObject({
        code: 4,
        withEvents: 1,
        deadLetters: 0,
        inPart: 1,
      })
      expect(ingested.stderr).toContain('1 articles were read by the rules alone and set aside besides')
      expect(await rulesOfClaims()).toEqual(['public-call'])
      const letters = JSON.parse((await run('dead-letters', 'list', '--json')).stdout)
      expect(letters).toMatchObject([{ code: 'model-refused', service: 'normalizer/vale-2030' }])

      server.play(says({ claims: [support] }))
      expect((await run('dead-letters', 'redrive', '--all')).stdout).toBe('1 redriven\n')
      expect(server.seen).toMatchObject([{ authorization: 'Bearer sk-secret' }])
      expect(await rulesOfClaims()).toEqual(['model', 'public-call'])
    })
  })

  it('reads again with a model that is named later, and lets its readings count once they are activated', async () => {
    await inDirectory(async (directory) => {
      mkdirSync(join(directory, 'mine'))
      writeFileSync(join(directory, 'mine', 'challenge.json'), JSON.stringify(exampleChallenge))
      const article = { published: '2030-05-15', outlet: 'Quayside News', text: `${byRules} ${byModel}` }
      writeFileSync(join(directory, 'one.jsonl'), `${JSON.stringify(article)}\n`)
      const data = { WHIPCOUNT_DATA: join(directory, 'data') }
      await emptyHouse(data.WHIPCOUNT_DATA)
      const named = { ...data, WHIPCOUNT_MODEL_URL: server.url, WHIPCOUNT_MODEL_NAME: 'a-model' }
      const claims = async (env: Record<string, string>): Promise<number> =>
        JSON.parse((await whipcount(['claims', '--json'], { env })).stdout).length
      const done = async (...args: string[]) =>
        expect(await whipcount(args, { env: named, cwd: directory })).toMatchObject({ code: 0 })
      server.play(says({ claims: [support] }))
      await whipcount(['ingest', 'one.jsonl', '--challenge', 'mine'], { env: data, cwd: directory })
      await done('renormalize')
      expect(await claims(named)).toBe(1)
      await done('rulesets', 'activate', 'present')
      expect(await claims(named)).toBe(2)
      expect(server.seen).toHaveLength(1)
    })
  })

  it('tries a model on an annotated folder, and says what it adds and what is refused of it', async () => {
    await inDirectory(async (directory) => {
      writeFileSync(join(directory, 'challenge.json'), JSON.stringify(exampleChallenge))
      writeFileSync(join(directory, 'one.txt'), `${byRules} ${byModel}`)
      const annotated = { challenge: 'vale-2030', published: null, given: false, claims: [support] }
      const { body: _, ...claim } = support
      writeFileSync(join(directory, 'one.json'), JSON.stringify({ ...annotated, claims: [claim] }))
      const env = { WHIPCOUNT_MODEL_URL: server.url, WHIPCOUNT_MODEL_NAME: 'a-model' }
      server.play(says({ claims: [support, { ...support, evidence: 'He said so.' }] }))
      const evaluate = async (...args: string[]) =>
        JSON.parse((await whipcount(['eval', directory, '--json', ...args], { env })).stdout)
      expect(await evaluate()).toMatchObject({ micro: { right: 0, extra: 1, missed: 1 }, refused: {} })
      expect(server.seen).toHaveLength(0)
      expect(await evaluate('--model')).toMatchObject({
        micro: { right: 1, extra: 1, missed: 0 },
        refused: { evidence: 1 },
      })
      const unnamed = await whipcount(['eval', directory, '--model'])
      expect(unnamed.code).toBe(2)
      expect(unnamed.stderr).toContain('--model asks a language model, and none is named.')
    })
  })

  it('says what is wrong with its configuration', async () => {
    const { code, stderr } = await whipcount(['status'], { env: { WHIPCOUNT_MODEL_URL: server.url } })
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr:
        'whipcount: config-invalid: Wrong configuration. WHIPCOUNT_MODEL_URL is set, but WHIPCOUNT_MODEL_NAME is not.\n',
    })
  })
})

import { extractorContract } from './contract.ts'
import { createChatEndpoint } from './model/chat.ts'
import { createModelExtractor } from './model/model-extractor.ts'
import { startScriptedServer, type Turn } from './model/scripted-server.ts'
import type { Extractor } from './port.ts'
import { createRulesExtractor } from './rules.ts'
import { createUnion } from './union.ts'

/** A model that takes whoever is named first in an article for somebody who calls for a vote. */
const credulous: Turn = (response) => {
  const claim = {
    type: 'public-call',
    actor: 'Robert Finch',
    body: false,
    attrs: { demand: 'vote' },
    date: null,
  }
  const rest = { earlier: false, attribution: 'named', evidence: 'Anna Vale', quote: 'has to go' }
  const claims = ['Robert Finch', 'Tom Reyes'].map((actor) => ({ ...claim, ...rest, actor }))
  const message = { content: JSON.stringify({ claims }) }
  response.end(JSON.stringify({ choices: [{ message }] }))
}

async function openModel(): Promise<{ extractor: Extractor; close: () => Promise<void> }> {
  const server = await startScriptedServer()
  server.play(credulous)
  const { url } = server
  const chat = createChatEndpoint({
    url,
    model: 'credulous',
    key: null,
    timeoutMs: 20_000,
    tries: 1,
    concurrency: 2,
  })
  return { extractor: createModelExtractor({ chat, memory: null }), close: () => server.close() }
}

const rules = createRulesExtractor('0'.repeat(64))
extractorContract('the rules', async () => ({ extractor: rules, close: async () => {} }))
extractorContract('a model', openModel)
extractorContract('the union of both', async () => {
  const { extractor, close } = await openModel()
  return { extractor: createUnion(rules, extractor), close }
})

import { type Challenge, canonicalJson, sha256Of } from '@whipcount/events'
import type { RulesOfChallenge } from '@whipcount/rules'
import type { ArticleRead, Extraction, Extractor } from '../port.ts'
import { answerSchema, decodeAnswer } from './answer.ts'
import type { ChatEndpoint } from './chat.ts'
import { createClaimReader } from './claims.ts'
import type { AnswerMemory, Question } from './memory.ts'
import { promptOf, questionOf } from './prompt.ts'

/** How an answer came. */
export type Asked = 'asked' | 'remembered' | 'failed'

export interface ModelExtractorOptions {
  readonly chat: ChatEndpoint
  /** Where answers are kept; null asks each time (a trial on a folder). */
  readonly memory: AnswerMemory | null
  /** Told of each article that a model is needed for. */
  readonly onAsked?: (outcome: Asked, seconds: number) => void
}

/** What an article is read with for one challenge. */
interface ForChallenge {
  readonly rules: RulesOfChallenge
  readonly prompt: string
  readonly told: string
  readonly claimsOf: ReturnType<typeof createClaimReader>
}

/** A language model as an extractor. Articles that name neither leader nor party are dismissed before anything is asked. */
export function createModelExtractor({ chat, memory, onAsked }: ModelExtractorOptions): Extractor {
  const { model, settings } = chat
  const version = sha256Of(canonicalJson(['model', model, settings, answerSchema]))
  const challenges = new WeakMap<Challenge, ForChallenge>()
  /** Questions that are being asked: an article that comes twice at a time is asked about once. */
  const open = new Map<string, Promise<string>>()

  const partsOf = async (challenge: Challenge): Promise<ForChallenge> => {
    let parts = challenges.get(challenge)
    if (!parts) {
      // A second's worth of loading, which a process that asks nothing does without.
      const { createExtractor } = await import('@whipcount/rules')
      const prompt = promptOf(challenge)
      const claimsOf = createClaimReader(challenge, `model/${model}`)
      parts = { rules: createExtractor(challenge), prompt, told: sha256Of(prompt), claimsOf }
      challenges.set(challenge, parts)
    }
    return parts
  }

  const answer = async (
    question: Question,
    article: ArticleRead,
    prompt: string,
    signal?: AbortSignal,
  ): Promise<string> => {
    const began = performance.now()
    const tell = (outcome: Asked) => onAsked?.(outcome, (performance.now() - began) / 1000)
    const known = (await memory?.recall(question, isUsable)) ?? null
    if (known !== null) {
      tell('remembered')
      return known
    }
    try {
      const about = `article ${article.article}`
      const asked = { told: prompt, asked: questionOf(article), schema: answerSchema, about }
      const { content, tokens } = await chat.ask(asked, decodeAnswer, signal)
      await memory?.keep({ ...question, model, answer: content, tokens })
      tell('asked')
      return content
    } catch (error) {
      if (!signal?.aborted) tell('failed')
      throw error
    }
  }

  return {
    id: 'model',
    version,
    async extract(article, challenge, signal): Promise<Extraction> {
      const { rules, prompt, told, claimsOf } = await partsOf(challenge)
      if (rules.dismisses(article.text)) return { claims: [], refused: {} }
      const { article: id, revision } = article
      const question = { article: id, revision, challenge: challenge.id, told, extractor: version }
      const name = canonicalJson(question)
      let asking = open.get(name)
      if (!asking) {
        asking = answer(question, article, prompt, signal).finally(() => open.delete(name))
        open.set(name, asking)
      }
      return claimsOf(decodeAnswer(await asking), article)
    },
  }
}

/** Whether this build can read an answer. One that it cannot is asked for again. */
function isUsable(answer: string): boolean {
  try {
    decodeAnswer(answer)
    return true
  } catch {
    return false
  }
}

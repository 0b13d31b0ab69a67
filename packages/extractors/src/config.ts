import { Failure } from '@whipcount/events'
import { type ConfigOf, optionalText, wholeNumber } from '@whipcount/service-kit'
import { type ChatEndpoint, createChatEndpoint } from './model/chat.ts'

/** What says which language model reads articles beside the rules. */
export const modelVariables = {
  WHIPCOUNT_MODEL_URL: optionalText(
    'The chat endpoint of a language model that reads beside the rules, as OpenAI defines it: `https://host/v1`. Without it no model is asked.',
  ),
  WHIPCOUNT_MODEL_NAME: optionalText('The model’s name at that endpoint.'),
  WHIPCOUNT_MODEL_KEY: optionalText('The key that the endpoint asks for, if it does.'),
  WHIPCOUNT_MODEL_TIMEOUT_MS: wholeNumber('How long one answer of the model may take.', 30_000, 1),
  WHIPCOUNT_MODEL_TRIES: wholeNumber(
    'How often one question is asked before the article is set aside.',
    3,
    1,
  ),
  WHIPCOUNT_MODEL_CONCURRENCY: wholeNumber('How many questions are asked at one time.', 4, 1),
} as const

export type ModelConfig = ConfigOf<typeof modelVariables>

/** The chat endpoint that the configuration names; null where it names none. Throws `config-invalid`. */
export function openChat(config: ModelConfig): ChatEndpoint | null {
  const { WHIPCOUNT_MODEL_URL: url, WHIPCOUNT_MODEL_NAME: model, WHIPCOUNT_MODEL_KEY: key } = config
  if (url === null) {
    if (model === null && key === null) return null
    throw wrong(
      `${model === null ? 'WHIPCOUNT_MODEL_KEY' : 'WHIPCOUNT_MODEL_NAME'} is set, but WHIPCOUNT_MODEL_URL is not.`,
    )
  }
  if (model === null) throw wrong('WHIPCOUNT_MODEL_URL is set, but WHIPCOUNT_MODEL_NAME is not.')
  const parsed = URL.parse(url)
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.username !== '' || parsed.search !== '')
    throw wrong('WHIPCOUNT_MODEL_URL is no plain http(s) address such as https://host/v1.')
  // What is wrong with a key is never shown with the key.
  if (key !== null && !/^[\x21-\x7e]+$/.test(key))
    throw wrong('WHIPCOUNT_MODEL_KEY holds characters that no header can carry.')
  return createChatEndpoint({
    url,
    model,
    key,
    timeoutMs: config.WHIPCOUNT_MODEL_TIMEOUT_MS,
    tries: config.WHIPCOUNT_MODEL_TRIES,
    concurrency: config.WHIPCOUNT_MODEL_CONCURRENCY,
  })
}

const wrong = (message: string): Failure => new Failure('config-invalid', `Wrong configuration. ${message}`)

export { type ModelConfig, modelVariables, openChat } from './config.ts'
export { type ChatEndpoint, type ChatOptions, createChatEndpoint } from './model/chat.ts'
export { type AnswerMemory, createAnswerMemory } from './model/memory.ts'
export { type Asked, createModelExtractor } from './model/model-extractor.ts'
export { promptOf } from './model/prompt.ts'
export {
  type ArticleRead,
  type Extraction,
  type Extractor,
  type RefusalReason,
  refusalReasons,
} from './port.ts'
export { createRulesExtractor } from './rules.ts'
export { createUnion, unite } from './union.ts'

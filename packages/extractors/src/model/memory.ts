import type { EventLog } from '@whipcount/event-log'
import { ArticleAnswered, type DataOf, decodeEvent, envelope, eventIdOf } from '@whipcount/events'

/** What a model is asked: the same question has the same answer for ever. */
export type Question = Pick<
  DataOf<typeof ArticleAnswered>,
  'article' | 'revision' | 'challenge' | 'told' | 'extractor'
>

/** Answers of models, kept in the log: a replay asks nobody. */
export interface AnswerMemory {
  /** The first answer in the log that `isUsable`; null where it was never asked, or its answers were erased. */
  recall(question: Question, isUsable: (answer: string) => boolean): Promise<string | null>
  /** Appends an answer. Resolves once it is durable. */
  keep(answer: DataOf<typeof ArticleAnswered>): Promise<void>
}

const TOPIC = 'answers'
const AT_ONCE = 500

/**
 * Remembers answers in the log's `answers` topic, which has one partition. Where each stands is kept in memory, about 150 bytes for one;
 * the log is read once, from its beginning, before the first question, and what other processes append before each further one.
 */
export function createAnswerMemory(log: EventLog, now: () => Date): AnswerMemory {
  const places = new Map<string, bigint[]>()
  let position = 0n
  let refreshing: Promise<void> | null = null

  const refresh = async (): Promise<void> => {
    for (;;) {
      const records = await log.read(TOPIC, 0, position, AT_ONCE)
      for (const record of records) {
        const answer = answerIn(record.value)
        if (answer !== null) {
          const name = nameOf(answer)
          places.set(name, [...(places.get(name) ?? []), record.position])
        }
        position = record.position + 1n
      }
      if (records.length === 0) return
    }
  }

  return {
    async recall(question, isUsable) {
      refreshing ??= refresh().finally(() => {
        refreshing = null
      })
      await refreshing
      for (const place of places.get(nameOf(question)) ?? []) {
        const [record] = await log.read(TOPIC, 0, place, 1)
        const known = record?.position === place ? answerIn(record.value)?.answer : undefined
        if (known !== undefined && isUsable(known)) return known
      }
      return null
    },
    async keep(answer) {
      const about = {
        id: nameOf(answer),
        subject: answer.article,
        time: now().toISOString(),
        source: '/whipcount/normalizer',
      }
      await log.append(TOPIC, [
        { key: answer.article, value: JSON.stringify(envelope(ArticleAnswered, about, answer)) },
      ])
    },
  }
}

/** The answer in a record; null for what is none: what was erased, or a record that this build cannot read. It is asked again then. */
function answerIn(value: string): DataOf<typeof ArticleAnswered> | null {
  try {
    const event = decodeEvent(value)
    return event.type === ArticleAnswered.type ? (event.data as DataOf<typeof ArticleAnswered>) : null
  } catch {
    return null
  }
}

function nameOf({ article, revision, challenge, told, extractor }: Question): string {
  return eventIdOf(ArticleAnswered.type, article, revision, challenge, told, extractor)
}

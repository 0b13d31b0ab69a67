import { eventDefinitions } from './catalogue.ts'
import { jsonSchemaOf } from './codebook.ts'
import { type EventDefinition, type EventTopic, schemaUrn } from './event.ts'

/** What each topic holds, and what its records are keyed by. */
const channels: Readonly<Record<EventTopic, { description: string; key: string }>> = {
  articles: {
    description: 'Articles as they were seen, one record for each sighting.',
    key: 'The article id.',
  },
  events: {
    description: 'Readings and their claims; the records of one reading come in one batch.',
    key: 'The article id.',
  },
  desk: { description: 'What people decide: small, one partition.', key: 'The id of what it is about.' },
  answers: {
    description: 'What language models answered about articles, so that no question is asked twice.',
    key: 'The article id.',
  },
  'dead-letters': {
    description: 'What was set aside, with its cause.',
    key: 'The key of the record set aside.',
  },
}

/**
 * The AsyncAPI 3.0 document of the topics: https://www.asyncapi.com/docs/reference/specification/v3.0.0
 * The topics' names in Kafka begin with the prefix that a deployment chooses (`whipcount.` by default).
 */
export function asyncapiDocument(): Record<string, unknown> {
  const byTopic = (topic: EventTopic): EventDefinition[] =>
    eventDefinitions.filter((one) => one.topic === topic)
  const topics = Object.entries(channels) as [EventTopic, (typeof channels)[EventTopic]][]
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Whipcount topics',
      version: '1.0.0',
      description:
        'Every record is a CloudEvents 1.0 envelope in JSON, in structured mode. Generated from the event files; do not edit.',
    },
    defaultContentType: 'application/cloudevents+json',
    channels: Object.fromEntries(
      topics.map(([topic, { description, key }]) => [
        topic,
        {
          address: `whipcount.${topic}`,
          description: `${description} Key: ${key}`,
          messages: Object.fromEntries(
            byTopic(topic).map(({ type }) => [type, { $ref: `#/components/messages/${type}` }]),
          ),
        },
      ]),
    ),
    operations: Object.fromEntries(
      topics.map(([topic]) => [
        `receive-${topic}`,
        { action: 'receive', channel: { $ref: `#/channels/${topic}` }, summary: `Records of ${topic}.` },
      ]),
    ),
    components: { messages: Object.fromEntries(eventDefinitions.map((one) => [one.type, messageOf(one)])) },
  }
}

function messageOf(definition: EventDefinition): Record<string, unknown> {
  const { type, version, codebook, example } = definition
  const urn = schemaUrn(type, version)
  const text = { type: 'string' }
  const { $schema: _, $id: __, examples: ___, ...data } = jsonSchemaOf(definition)
  return {
    name: type,
    title: type,
    summary: codebook.means,
    contentType: 'application/cloudevents+json',
    headers: {
      type: 'object',
      properties: {
        traceparent: { ...text, description: 'W3C Trace Context of the article, from intake to read model.' },
      },
    },
    payload: {
      type: 'object',
      required: [
        'specversion',
        'id',
        'source',
        'type',
        'subject',
        'time',
        'datacontenttype',
        'dataschema',
        'data',
      ],
      properties: {
        specversion: { const: '1.0' },
        id: { ...text, description: 'Deterministic: the same fact has the same id.' },
        source: text,
        type: { const: type },
        subject: text,
        time: { ...text, format: 'date-time' },
        datacontenttype: { const: 'application/json' },
        dataschema: { ...text, examples: [urn] },
        traceparent: text,
        data,
      },
    },
    examples: [{ name: type, summary: codebook.means, payload: { type, dataschema: urn, data: example } }],
  }
}

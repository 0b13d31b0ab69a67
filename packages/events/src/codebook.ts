import { Schema } from 'effect'
import { claimDefinitions, eventDefinitions } from './catalogue.ts'
import { type EventDefinition, schemaUrn } from './event.ts'

/** The JSON Schema (draft 2020-12) of an event type's data, with its name and meaning. */
export function jsonSchemaOf(definition: EventDefinition): Record<string, unknown> {
  const { schema, definitions } = Schema.toJsonSchemaDocument(definition.data)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: schemaUrn(definition.type, definition.version),
    title: definition.type,
    description: definition.codebook.means,
    ...schema,
    ...(Object.keys(definitions).length > 0 ? { $defs: definitions } : {}),
    examples: [definition.example],
  }
}

/** The codebook page: what each event type means, counts and does not count. */
export function codebookPage(): string {
  const claims = new Map<string, (typeof claimDefinitions)[keyof typeof claimDefinitions]>(
    Object.values(claimDefinitions).map((definition) => [definition.type, definition]),
  )
  const section = (definition: EventDefinition): string => {
    const { means, counts, doesNotCount, position } = definition.codebook
    const claim = claims.get(definition.type)
    const list = (title: string, lines: readonly string[]): string[] =>
      lines.length > 0 ? [`${title}:`, '', ...lines.map((line) => `- ${line}`), ''] : []
    return [
      `## ${definition.type}`,
      '',
      `Version ${definition.version}, topic \`${definition.topic}\`. ${means}`,
      '',
      ...(position ? [`Position: ${position}.`, ''] : []),
      ...(claim && claim.key.length > 0
        ? [`Key attributes: ${claim.key.map((k) => `\`${k}\``).join(', ')}.`, '']
        : []),
      ...list('Counts', counts),
      ...list('Does not count', doesNotCount),
      '```json',
      JSON.stringify(definition.example, null, 2),
      '```',
      '',
    ].join('\n')
  }
  return [
    '# Codebook',
    '',
    'Generated from the event files of this package by `npm run build`; do not edit. Every record is a CloudEvents 1.0',
    'envelope in JSON whose `dataschema` names the type and version; `schemas/` holds the JSON Schema of each `data`.',
    '',
    ...eventDefinitions.map(section),
  ].join('\n')
}

import { Schema } from 'effect'
import { defineEvent } from '../event.ts'
import { Sha256, Uuid } from '../values.ts'

/** What came of a model’s answer. */
const ModelShare = Schema.Struct({
  found: Schema.Int.annotate({ description: 'Claims of the answer that hold.' }),
  added: Schema.Int.annotate({ description: 'Those of them that the rules had not found.' }),
  refused: Schema.Record(Schema.String, Schema.Int).annotate({
    description:
      'Claims of the answer that were refused, by reason; `quote` counts quotes that were left out of a claim.',
  }),
})
export type ModelShare = typeof ModelShare.Type

/** One reading: exactly these claims were found in one revision by one ruleset. */
export const ArticleNormalized = defineEvent({
  type: 'article.normalized',
  version: 1,
  topic: 'events',
  codebook: {
    means: 'A revision was read for a challenge by a ruleset, and exactly these claims were found.',
    counts: ['Every article for every declared challenge, with claims or with none.'],
    doesNotCount: [],
  },
  data: Schema.Struct({
    reading: Uuid,
    article: Uuid,
    revision: Sha256,
    challenge: Schema.NonEmptyString,
    ruleset: Sha256,
    claims: Schema.Array(Uuid),
    sketch: Schema.optionalKey(Schema.String.check(Schema.isPattern(/^[A-Za-z0-9+/]*={0,2}$/))).annotate({
      description:
        'Of a text with claims, what tells that it is nearly that of another: of the hashes of each five words in a row the least of each of 64 bins, in base64.',
    }),
    model: Schema.optionalKey(ModelShare).annotate({
      description: 'Where a language model was asked too: what came of its answer.',
    }),
    log: Schema.Struct({ partition: Schema.Int, position: Schema.String }).annotate({
      description: 'Where in the articles topic the article stands.',
    }),
  }),
  upcast: {},
  example: {
    reading: '5c1d94b6-8a61-5f53-9f3a-0f6f2b8d6a11',
    article: '9d2f6c80-1b7e-5b0a-a8e4-4f1f0a7c3d55',
    revision: '3f0f7ad1c2b45e6f8a9b0c1d2e3f405162738495a6b7c8d9eafb0c1d2e3f4051',
    challenge: 'lpc-2024',
    ruleset: 'a3c1f0e29b8d7c6a5f4e3d2c1b0a99887766554433221100ffeeddccbbaa9988',
    claims: ['0b8f1f7a-3a52-5a2e-8d0e-6a3a5d1c9e42'],
    log: { partition: 0, position: '12' },
  },
})

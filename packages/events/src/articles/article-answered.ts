import { Schema } from 'effect'
import { defineEvent } from '../event.ts'
import { Sha256, Uuid } from '../values.ts'

/** What a language model answered when it was asked about one revision. Kept, so that reading again never asks again. */
export const ArticleAnswered = defineEvent({
  type: 'article.answered',
  version: 1,
  topic: 'answers',
  codebook: {
    means: 'A language model was asked for the claims of a revision, and this is its answer, word for word.',
    counts: [
      'Each usable answer; of several to one question the first in the log is the one that is read from.',
      'An answer that nothing is in the article.',
    ],
    doesNotCount: [
      'An answer that was cut off, or is not in the shape that was asked for: it is asked for again, or the article is set aside.',
      'What is claimed: an answer becomes claims only where its evidence stands in the text, anew with each reading.',
    ],
  },
  data: Schema.Struct({
    article: Uuid,
    revision: Sha256,
    challenge: Schema.NonEmptyString,
    told: Sha256.annotate({
      description:
        'Hash of what the model was told of codebook and challenge. With another challenge it is asked anew.',
    }),
    extractor: Sha256.annotate({
      description: 'Hash of the model’s name, its settings and the shape asked for.',
    }),
    model: Schema.NonEmptyString,
    answer: Schema.String.annotate({
      description:
        'As it came. It quotes the article: what erases one erases the other; the record has the article’s key.',
    }),
    tokens: Schema.NullOr(Schema.Struct({ asked: Schema.Int, answered: Schema.Int })).annotate({
      description: 'What the question and the answer took, where the model says so.',
    }),
  }),
  upcast: {},
  example: {
    article: '9d2f6c80-1b7e-5b0a-a8e4-4f1f0a7c3d55',
    revision: '3f0f7ad1c2b45e6f8a9b0c1d2e3f405162738495a6b7c8d9eafb0c1d2e3f4051',
    challenge: 'lpc-2024',
    told: 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00',
    extractor: 'a3c1f0e29b8d7c6a5f4e3d2c1b0a99887766554433221100ffeeddccbbaa9988',
    model: 'a-model',
    answer: '{"claims":[]}',
    tokens: { asked: 4210, answered: 6 },
  },
})

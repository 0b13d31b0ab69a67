import { Schema } from 'effect'
import { defineEvent } from '../event.ts'
import { Instant, Uuid } from '../values.ts'

/** An article was taken down: nothing answers from it any more, and its text is taken out of what is stored. That it was stays. */
export const ArticleErased = defineEvent({
  type: 'article.erased',
  version: 1,
  topic: 'desk',
  codebook: {
    means: 'This article, and all that quotes it, must no longer be kept.',
    counts: ['A takedown order, a right to be forgotten, a text that should never have been taken in.'],
    doesNotCount: ['An article that was wrong: its claims are withdrawn.'],
  },
  data: Schema.Struct({
    article: Uuid,
    reason: Schema.NonEmptyString.annotate({ description: 'Why; it must not quote the article.' }),
    by: Schema.NonEmptyString,
    at: Instant,
  }),
  upcast: {},
  example: {
    article: '9d2f6c80-1b7e-5b0a-a8e4-4f1f0a7c3d55',
    reason: 'Order of the Superior Court, file 24-1017.',
    by: 'A. Editor',
    at: '2024-11-02T09:30:00.000Z',
  },
})

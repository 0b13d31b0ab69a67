import { Schema } from 'effect'
import { defineEvent } from '../event.ts'
import { Day, Instant, Sha256, Uuid } from '../values.ts'

/** One sighting of one revision of an article. */
export const ArticleCollected = defineEvent({
  type: 'article.collected',
  version: 1,
  topic: 'articles',
  codebook: {
    means: 'A state of an article was seen at a time.',
    counts: [
      'The first sighting of an article, and each sighting of a state other than the newest noted one.',
    ],
    doesNotCount: ['Seeing the newest noted state again.'],
  },
  data: Schema.Struct({
    article: Uuid,
    revision: Sha256,
    captured_at: Instant,
    url: Schema.NullOr(Schema.NonEmptyString).annotate({ description: 'The canonical address.' }),
    source_id: Schema.NullOr(Schema.NonEmptyString).annotate({
      description: 'The source’s own id, where it is what tells the article from others.',
    }),
    outlet: Schema.NullOr(Schema.NonEmptyString),
    title: Schema.NullOr(Schema.NonEmptyString),
    byline: Schema.NullOr(Schema.NonEmptyString),
    published: Schema.NullOr(Day),
    text: Schema.NonEmptyString,
    via: Schema.NonEmptyString.annotate({
      description: 'How it came: a file, standard input, an address, a feed.',
    }),
  }),
  upcast: {},
  example: {
    article: '9d2f6c80-1b7e-5b0a-a8e4-4f1f0a7c3d55',
    revision: '3f0f7ad1c2b45e6f8a9b0c1d2e3f405162738495a6b7c8d9eafb0c1d2e3f4051',
    captured_at: '2024-10-16T12:00:00.000Z',
    url: null,
    source_id: null,
    outlet: 'Rideau Ledger',
    title: 'MP says leader must go',
    byline: null,
    published: '2024-10-16',
    text: 'Sean Casey told reporters he "needs to go".',
    via: 'file',
  },
})

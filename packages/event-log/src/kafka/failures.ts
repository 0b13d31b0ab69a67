import { Failure } from '@whipcount/events'

/** What Kafka answers when a client may not do what it asks; no retry mends it. */
const REFUSED =
  /^(SASL_AUTHENTICATION_FAILED|(TOPIC|GROUP|CLUSTER|TRANSACTIONAL_ID)_AUTHORIZATION_FAILED|POLICY_VIOLATION|INVALID_REPLICATION_FACTOR|INVALID_CONFIG|UNSUPPORTED_SASL_MECHANISM|ILLEGAL_SASL_STATE)$/

/**
 * What Node says of a certificate that it does not take; no retry mends it.
 * Source: https://nodejs.org/docs/latest-v24.x/api/tls.html#x509-certificate-error-codes
 */
const DISTRUSTED =
  /^(CERT_\w+|\w*SELF_SIGNED_CERT\w*|UNABLE_TO_(GET_ISSUER|VERIFY_LEAF)\w*|ERR_TLS_CERT_ALTNAME\w*)$/

/**
 * Turns what kafkajs threw into a failure with a fate: a broker that does not answer is tried again, one that refuses is not.
 * `doing` begins the message: "Appending to topic articles". Call it only around calls of kafkajs: an error of unknown kind
 * counts as an outage, because kafkajs throws bare TypeErrors when no broker answers (`withBroker` returns null).
 *
 * Source of the names: kafkajs/src/protocol/error.js and errors.js (2.2.4).
 */
export function toFailure(error: unknown, doing: string): Failure {
  if (error instanceof Failure) return error
  const causes = causesOf(error)
  const type = causes.map((cause) => cause.type).find((named) => named !== undefined) ?? ''
  const message = (error as Error).message
  if (/^(MESSAGE_TOO_LARGE|RECORD_LIST_TOO_LARGE)$/.test(type)) {
    return new Failure(
      'article-too-long',
      `${doing}: Kafka holds the records to be too long. Raise max.message.bytes of the topic, or split the article.`,
      { fate: 'deadLetter', cause: error },
    )
  }
  if (/^(UNKNOWN_TOPIC_OR_PARTITION|INVALID_TOPIC_EXCEPTION)$/.test(type)) {
    return new Failure('topic-mismatch', `${doing}: Kafka has no such topic.`, { cause: error })
  }
  if (causes.some(({ name }) => name === 'KafkaJSNotImplemented')) {
    return new Failure(
      'topic-mismatch',
      `${doing}: ${message} Set compression.type of the topic to "producer" or "gzip".`,
      { cause: error },
    )
  }
  if (REFUSED.test(type) || causes.some(({ name }) => name === 'KafkaJSSASLAuthenticationError')) {
    return new Failure('config-invalid', `${doing}: Kafka refuses: ${message}`, { cause: error })
  }
  if (causes.some(({ code }) => DISTRUSTED.test(String(code)))) {
    return new Failure(
      'config-invalid',
      `${doing}: Kafka's certificate is not trusted: ${message}. Name the file of the authority that vouches for it in KAFKA_TLS_CA_FILE.`,
      { cause: error },
    )
  }
  return new Failure('log-unreachable', `${doing}: Kafka does not answer: ${message}. It is tried again.`, {
    fate: 'retry',
    cause: error,
  })
}

/** Whether a heartbeat failed only because the group is about to share its partitions anew: they are ours until we join again. */
export function isRebalance(error: unknown): boolean {
  return causesOf(error).some(({ type }) => type === 'REBALANCE_IN_PROGRESS')
}

interface Cause {
  readonly name?: string
  readonly type?: string
  readonly code?: string | number
}

function causesOf(error: unknown): readonly Cause[] {
  const causes: Cause[] = []
  for (let at = error; at instanceof Error && causes.length < 10; at = at.cause) {
    causes.push(at as Cause)
    // `createTopics` gathers one error for each topic.
    for (const one of (at as { errors?: readonly Cause[] }).errors ?? []) causes.push(one)
  }
  return causes
}

/** A W3C Trace Context `traceparent` of version 00: https://www.w3.org/TR/trace-context/#traceparent-header */
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/

/** A new `traceparent` for one article, or a child of the one given. */
export function traceparent(parent?: string | undefined): string {
  const trace = TRACEPARENT.exec(parent ?? '')?.[1] ?? hex(16)
  return `00-${trace}-${hex(8)}-01`
}

/** The trace id of a `traceparent`, or null where it is none. */
export function traceIdOf(value: string | undefined): string | null {
  return TRACEPARENT.exec(value ?? '')?.[1] ?? null
}

function hex(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes))
  return Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

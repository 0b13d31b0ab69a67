import type { ClaimAttributes, ClaimType } from '@whipcount/events'

/** The attributes that classes tell apart, by type, in the order of a class's name: `type`, `type:attribute`, `type:status:kind`. */
const KEYS: Partial<Record<ClaimType, readonly string[]>> = {
  'public-call': ['demand'],
  signature: ['signed'],
  'leader-response': ['stance'],
  departure: ['kind'],
  'caucus-meeting': ['status', 'kind'],
  setback: ['kind'],
  'signature-count': ['counted'],
}

/** The name of the class that a claim is of. */
export function classNameOf(type: ClaimType, attrs: ClaimAttributes): string {
  return [type, ...(KEYS[type] ?? []).map((key) => String(attrs[key]))].join(':')
}

/** What a class's name says a claim is; null for `none`. */
export function meantByClass(name: string): { type: ClaimType; attrs: ClaimAttributes } | null {
  if (name === 'none') return null
  const [type, ...values] = name.split(':') as [ClaimType, ...string[]]
  const read = (value: string) => (value === 'true' ? true : value === 'false' ? false : value)
  return {
    type,
    attrs: Object.fromEntries(values.map((value, i) => [KEYS[type]![i]!, read(value)])),
  }
}

/**
 * A Postgres array in its text form, for a parameter cast as `$1::text::text[]`: the two drivers turn JavaScript arrays into
 * parameters differently, and text the same.
 */
export function arrayLiteral(values: readonly (string | number | bigint | boolean | null)[]): string {
  let literal = ''
  for (const value of values) {
    if (literal !== '') literal += ','
    if (value === null) literal += 'NULL'
    else if (typeof value !== 'string') literal += String(value)
    else literal += `"${/["\\]/.test(value) ? value.replace(/["\\]/g, '\\$&') : value}"`
  }
  return `{${literal}}`
}

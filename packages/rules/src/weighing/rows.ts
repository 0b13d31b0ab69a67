/** An open hash table: a slot holds the row of a hash, -1 is free. The length is a power of two. */
export interface Rows {
  readonly hashes: Uint32Array
  readonly slots: Int32Array
  /** One bit for the first bits of each hash: most hashes asked for have no row, and these bits fit a processor's cache. */
  readonly bits: Uint32Array
}

/** Bits of a hash that `bits` knows it by: a million places. */
const PLACE = 12

/** The rows of hashes: each its place in the list. */
export function rowsOf(hashes: Uint32Array): Rows {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(hashes.length * 2 + 2))).fill(-1)
  for (let row = 0; row < hashes.length; row++) {
    let slot = hashes[row]! & (slots.length - 1)
    while (slots[slot]! >= 0) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = row
  }
  const bits = new Uint32Array(2 ** (32 - PLACE - 5))
  for (const hash of hashes) bits[hash >>> (PLACE + 5)]! |= 1 << (hash >>> PLACE)
  return { hashes, slots, bits }
}

/** The row of a hash; -1 where it has none. */
export function rowOf({ hashes, slots, bits }: Rows, hash: number): number {
  if ((bits[hash >>> (PLACE + 5)]! & (1 << (hash >>> PLACE))) === 0) return -1
  const last = slots.length - 1
  for (let slot = hash & last; ; slot = (slot + 1) & last) {
    const row = slots[slot]!
    if (row < 0 || hashes[row] === hash) return row
  }
}

import { fnv1a } from './fnv1a.ts'

/** Words in a row that make one shingle. */
const WORDS = 5
/** Bits of a hash that say which bin it falls into. */
const BIN_BITS = 6
/** Numbers of a sketch. */
const BINS = 1 << BIN_BITS
/** A bin that no shingle of the text falls into. */
const EMPTY = -1

/**
 * What two texts are compared by: of the hashes of each five words in a row (shingles: Broder, "On the resemblance and containment of
 * documents", 1997), shared out over 64 bins, the least of each bin (one permutation hashing: Li, Owen and Zhang, 2012); -1 where a bin has
 * none. The share of bins that two sketches have in common, of those that are not empty in both, estimates the Jaccard index of their
 * shingles, with a standard error of 0.05 at 0.8. Case, punctuation and white space are of no account. Null for fewer than five words.
 *
 * What this gives for a text is in the log, so it does not change.
 */
export function sketchOf(text: string): number[] | null {
  const words: number[] = []
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) words.push(fnv1a(word))
  if (words.length < WORDS) return null
  const sketch = new Array<number>(BINS).fill(EMPTY)
  for (let end = WORDS; end <= words.length; end++) {
    let hash = 0
    for (let n = end - WORDS; n < end; n++) hash = mixed((Math.imul(hash, 31) + words[n]!) | 0)
    const bin = hash & (BINS - 1)
    const rest = hash >>> BIN_BITS
    if (sketch[bin] === EMPTY || rest < sketch[bin]!) sketch[bin] = rest
  }
  return sketch
}

/** A sketch as the log has it: base64 of signed 32-bit numbers, the lowest byte first. */
export function encodeSketch(sketch: readonly number[]): string {
  const bytes = Buffer.alloc(sketch.length * 4)
  for (const [bin, least] of sketch.entries()) bytes.writeInt32LE(least, bin * 4)
  return bytes.toString('base64')
}

/** The opposite of `encodeSketch`. */
export function decodeSketch(encoded: string): number[] {
  const bytes = Buffer.from(encoded, 'base64')
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, bin) => bytes.readInt32LE(bin * 4))
}

/** Bands of a sketch, and the bins that each is made of; the other bins only tell how near two texts are. */
const BANDS = 6
const ROWS = 6

/**
 * Six numbers, signed, of 32 bits, by which nearly equal texts find one another (banding: Leskovec, Rajaraman and Ullman, "Mining of Massive
 * Datasets", 3.4). Texts with a Jaccard index of 0.9 share one of them in 990 pairs of 1,000, of 0.8 in 840, of 0.3 in 4, and those that
 * have a footer in common (0.1) in less than one of 100,000. Null for a band of which all bins are empty: it says nothing.
 */
export function bandsOf(sketch: readonly number[]): (number | null)[] {
  return Array.from({ length: BANDS }, (_, band) => {
    const bins = sketch.slice(band * ROWS, (band + 1) * ROWS)
    if (bins.every((least) => least === EMPTY)) return null
    return bins.reduce((sum, least) => mixed((Math.imul(sum, 31) + least) | 0), band)
  })
}

/** The finalizer of MurmurHash3: a bijection of 32 bits, in which each bit depends on all. */
function mixed(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

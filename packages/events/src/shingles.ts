import { fnv1a } from './fnv1a.ts'

/** Words in a row that make one shingle. */
const WORDS = 5
/**
 * Most hashes that are kept of one text, the smallest: all of an article of so many words. Of a longer text they are a sample, the same one
 * of every copy.
 */
const MOST = 2_000

/**
 * What two texts are compared by: hashes of each five words in a row (shingles: Broder, "On the resemblance and containment of documents",
 * 1997), 32 bits each, ascending, each once. Case, punctuation and white space are of no account. Empty for fewer than five words.
 *
 * What this gives for a text is in the log, so it does not change.
 */
export function shinglesOf(text: string): number[] {
  const words: number[] = []
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) words.push(fnv1a(word))
  const hashes = new Set<number>()
  for (let end = WORDS; end <= words.length; end++) {
    let hash = 0
    for (let n = end - WORDS; n < end; n++) hash = mixed((Math.imul(hash, 31) + words[n]!) | 0)
    hashes.add(hash >>> 0)
  }
  return [...hashes].sort((a, b) => a - b).slice(0, MOST)
}

/** Shingles as the log has them: base64 of 32-bit numbers, the lowest byte first. */
export function encodeShingles(shingles: readonly number[]): string {
  const bytes = Buffer.alloc(shingles.length * 4)
  for (const [n, hash] of shingles.entries()) bytes.writeUInt32LE(hash, n * 4)
  return bytes.toString('base64')
}

/** The opposite of `encodeShingles`. */
export function decodeShingles(encoded: string): number[] {
  const bytes = Buffer.from(encoded, 'base64')
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, n) => bytes.readUInt32LE(n * 4))
}

/** Bands of a text, and the minimum hashes that each is made of. */
const BANDS = 6
const ROWS = 4

/**
 * Six numbers by which nearly equal texts find one another: each is made of four minimum hashes (MinHash: Broder et al., "Min-wise
 * independent permutations", 1998; banding: Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", 3.4), signed, of 32 bits. Texts
 * with a Jaccard index of 0.9 share one of them in 998 pairs of 1,000, of 0.8 in 958, of 0.3 in 48, and those that have a footer in common
 * (0.1) in less than one. Null where there is no shingle.
 */
export function bandsOf(shingles: readonly number[]): number[] | null {
  if (shingles.length === 0) return null
  const least = new Int32Array(BANDS * ROWS).fill(2 ** 31 - 1)
  for (const shingle of shingles)
    for (let n = 0; n < least.length; n++) {
      const hash = mixed((shingle + Math.imul(n + 1, 0x9e3779b9)) | 0)
      if (hash < least[n]!) least[n] = hash
    }
  return Array.from({ length: BANDS }, (_, band) =>
    least
      .subarray(band * ROWS, (band + 1) * ROWS)
      .reduce((sum, hash) => mixed((Math.imul(sum, 31) + hash) | 0), band),
  )
}

/** The finalizer of MurmurHash3: a bijection of 32 bits, in which each bit depends on all. */
function mixed(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

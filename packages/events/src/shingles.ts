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
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) words.push(hashOf(word))
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

/**
 * Four minimum hashes of a text (MinHash: Broder et al., "Min-wise independent permutations", 1998), as signed 32-bit numbers: each of
 * them is the same in two texts with the probability of their Jaccard index. Of texts that share four fifths of their shingles one in
 * 600 pairs has none in common.
 */
export function minHashesOf(shingles: readonly number[]): [number, number, number, number] | null {
  if (shingles.length === 0) return null
  const least: [number, number, number, number] = [2 ** 31, 2 ** 31, 2 ** 31, 2 ** 31]
  for (const shingle of shingles)
    for (let n = 0; n < 4; n++)
      least[n] = Math.min(least[n]!, mixed((shingle + Math.imul(n + 1, 0x9e3779b9)) | 0))
  return least
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let n = 0; n < word.length; n++) hash = Math.imul(hash ^ word.charCodeAt(n), 0x01000193)
  return hash
}

/** The finalizer of MurmurHash3: a bijection of 32 bits, in which each bit depends on all. */
function mixed(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

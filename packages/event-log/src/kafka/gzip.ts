import { promisify } from 'node:util'
import { gunzipSync, gzip } from 'node:zlib'
import kafkajs from 'kafkajs'

const compress = promisify(gzip)

/** The longest buffer that a record batch's own word about its size is trusted for; longer ones are put together from several. */
const LONGEST_BUFFER = 16 * 1024 * 1024

/** The bytes of one gzip stream. Throws where it is none, or is cut short. */
export function gunzip(compressed: Buffer): Buffer {
  // The last four bytes are the length, modulo 2^32, of what was compressed (RFC 1952, 2.3.1). With one byte to spare the
  // stream ends within the first buffer: none is allocated, filled or copied besides.
  const length = compressed.length < 4 ? 0 : compressed.readUInt32LE(compressed.length - 4)
  return gunzipSync(compressed, { chunkSize: Math.min(Math.max(length + 1, 64), LONGEST_BUFFER) })
}

/**
 * Has kafkajs decompress in place. Its own way hands each record batch of a fetch to a thread of libuv, one after the other, and
 * gets it back in pieces of 16 KiB: under load each waits for its turn of the event loop, and it takes three times the processor time
 * (0.45 ms against 0.13 ms for 150 kB).
 */
export function useGzip(): void {
  kafkajs.CompressionCodecs[kafkajs.CompressionTypes.GZIP] = () => ({
    compress: (encoder: { readonly buffer: Buffer }) => compress(encoder.buffer),
    decompress: async (buffer: Buffer) => gunzip(buffer),
  })
}

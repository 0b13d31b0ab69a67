import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { gunzip } from './gzip.ts'

describe('Decompressing a record batch', () => {
  const batch = Buffer.from('Finch said that Vale must go. '.repeat(10_000))

  it('gives back what was compressed, however long it is', () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('x'), batch])
      expect(gunzip(gzipSync(bytes))).toEqual(bytes)
  })

  it('goes on with a second stream behind the first', () => {
    const twice = Buffer.concat([gzipSync(batch), gzipSync(Buffer.from('more'))])
    expect(gunzip(twice)).toEqual(Buffer.concat([batch, Buffer.from('more')]))
  })

  it('does not believe a batch that says it is far longer than it is, and refuses one that is cut short', () => {
    const boasting = gzipSync(batch)
    expect(() => gunzip(boasting.subarray(0, -100))).toThrow()
    boasting.writeUInt32LE(0xffff_ffff, boasting.length - 4)
    expect(() => gunzip(boasting)).toThrow(/length/)
    expect(() => gunzip(Buffer.from('no gzip'))).toThrow()
    expect(() => gunzip(Buffer.alloc(0))).toThrow()
  })
})

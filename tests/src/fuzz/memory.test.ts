import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { readDocument } from '@whipcount/language'
import { expect, it } from 'vitest'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const MIB = 1024 ** 2

/** A text of words that no other text of this test holds. */
const newWords = (text: number, characters: number): string => {
  let words = ''
  for (let word = 0; words.length < characters; word++) words += `Mr Q${text}x${word} told w${word}y${text}. `
  return words
}

function heapMib(): number {
  collect()
  return process.memoryUsage().heapUsed / MIB
}

it('reading keeps nothing of the words that it has read, however many', { timeout: 900_000 }, () => {
  readDocument(newWords(0, 100_000), { published: null })
  const before = heapMib()
  // Kept for good, the words of 20 million characters take 260 MiB.
  for (let text = 1; text <= 200; text++) readDocument(newWords(text, 100_000), { published: null })
  expect(heapMib() - before).toBeLessThan(150)
})

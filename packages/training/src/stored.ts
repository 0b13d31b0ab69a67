import type { Classifier, Classifiers, StoredClassifier, StoredClassifiers } from '@whipcount/rules'
import type { Meanings } from './vectors.ts'

/** Classifiers as they are stored. */
export function storedOf({ stands, happenings, counts }: Classifiers, meanings: Meanings): StoredClassifiers {
  return {
    vectors: {
      dimensions: meanings.dimensions,
      words: meanings.words.join(' '),
      ranks: base64(meanings.ranks),
      values: base64(meanings.values),
      scale: meanings.scale,
    },
    stands: storedClassifier(stands),
    happenings: storedClassifier(happenings),
    counts: storedClassifier(counts),
  }
}

function storedClassifier({ classes, rows, weights, scale, dense }: Classifier): StoredClassifier {
  return {
    classes,
    hashes: base64(rows.hashes),
    weights: base64(weights),
    scale,
    dense: base64(dense),
  }
}

function base64({ buffer, byteOffset, byteLength }: ArrayBufferView): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64')
}

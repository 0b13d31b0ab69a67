import type {
  Classifier,
  Classifiers,
  StoredClassifier,
  StoredClassifiers,
  StoredVectors,
} from '@whipcount/rules'

/** Classifiers as they are stored, with the word vectors that they were fitted over. */
export function storedOf(
  { stands, happenings, counts }: Classifiers,
  vectors: StoredVectors,
): StoredClassifiers {
  return {
    vectors,
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

export function base64({ buffer, byteOffset, byteLength }: ArrayBufferView): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64')
}

import { type Classifiers, readClassifiers } from './classifier.ts'
import stored from './classifiers.json' with { type: 'json' }

/** The classifiers that `npm run train` wrote. */
export const fittedClassifiers: Classifiers = readClassifiers(stored)

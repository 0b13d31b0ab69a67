export { articlesOf, classes, type Example, type Examples, passagesOf } from './examples.ts'
export { type Fitting, fitClassifier, fitting } from './fit.ts'

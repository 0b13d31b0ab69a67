import { basename, join } from 'node:path'
import { readFileSync } from 'node:fs'
import { likelihoods, readClassifiers } from '@whipcount/rules'
import { articlesOf, classes, foldersIn, passagesOf, type Task, weighted } from './examples.ts'
import { fitClassifier, fitting } from './fit.ts'
import { meaningsOf, vectorsOf } from './vectors.ts'
const root = join(import.meta.dirname, '..', '..', '..'), data = join(import.meta.dirname, '..', 'data')
const stored = JSON.parse(readFileSync(join(root, 'packages/rules/src/weighing/classifiers.json'), 'utf8'))
const vectors = vectorsOf(meaningsOf(stored, readClassifiers(stored)))
const passages = foldersIn(join(data, 'passages')).map((f) => passagesOf(f, vectors))
const folders = [...['avalia', 'norhaven'].map((n) => join(root, 'tests/corpus', n)), ...foldersIn(join(data, 'articles'))].filter((d) => !/pelorus|ardenne/.test(d))
const articles = new Map(folders.map((f) => [f, articlesOf(f, vectors)]))
for (const task of (process.argv[2] ?? 'stands,happenings,counts').split(',') as Task[])
for (const o of JSON.parse(process.argv[3] ?? '[{}]')) {
  const t0 = Date.now()
  const F: number[] = []; const ths = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6]
  const tot = ths.map(() => [0, 0, 0])
  for (const d of folders) {
    const m = fitClassifier([...passages.flatMap((p) => p[task]), ...folders.filter((x) => x !== d).flatMap((x) => weighted(articles.get(x)![task], o.aw ?? 2))], classes[task], { ...fitting, ...o })
    let all = 0
    const rows = articles.get(d)![task].map((e) => { const p = likelihoods(m, e); let b = 1; for (let c = 1; c < p.length; c++) if (p[c]! > p[b]!) b = c; const same = classes[task][b]!.split(':')[0] === classes[task][e.label]!.split(':')[0]; if (e.label > 0) all++; return { p: 1 - p[0]!, e, same } })
    ths.forEach((th, k) => { for (const r of rows) { if (r.p < th) continue; if (r.e.label > 0 && r.same) tot[k]![0]++; else tot[k]![1]++ } tot[k]![2] += all })
  }
  let best = ''; let bf = 0
  ths.forEach((th, k) => { const [tp, fp, all] = tot[k]! as [number, number, number]; const P = tp / (tp + fp), R = tp / all, f = 2 * P * R / (P + R); if (f > bf) { bf = f; best = `F ${f.toFixed(4)} at ${th} P ${P.toFixed(3)} R ${R.toFixed(3)}` } })
  console.log(task, JSON.stringify(o), best, Date.now() - t0)
}

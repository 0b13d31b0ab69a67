import type { Actor } from './actor.ts'
import type { Article } from './article.ts'
import type { Finding } from './claims.ts'
import { meaning } from './meaning.ts'

const STANDS = /^(?:public-call|member-support|noncommittal)\//
/** How many sentences lie between a stand and those who share it, at most. */
const REACH = 3

const SAME = ['FIGURE SAME $', 'FIGURE SAME WITH', 'FIGURE SAME ,', 'SOHAS WHOM'].map(meaning)

/** "Okafor said much the same.", "So has Reyes.": whoever is said to share the stand that was told last takes it too. */
export function sharedStands(article: Article, findings: readonly Finding[]): Finding[] {
  const shared: Finding[] = []
  const stands = findings.filter(({ rule, made }) => STANDS.test(rule.name) && (made.weight ?? 1) >= 1)
  if (stands.length === 0) return shared
  const { gloss, marked } = article
  for (const line of article.lines) {
    const words = gloss.text.slice(line.glossFrom, line.glossTo)
    for (const { keys, pattern } of SAME) {
      if (![...keys].some((key) => words.includes(key))) continue
      pattern.lastIndex = 0
      const match = pattern.exec(words)
      const who = match?.indices?.groups?.['who']
      if (!match || !who) continue
      const before = stands
        .filter(
          ({ hit }) =>
            hit.sentence.index < line.sentence.index && hit.sentence.index >= line.sentence.index - REACH,
        )
        .reduce<Finding | null>((last, one) => (last && last.hit.start >= one.hit.start ? last : one), null)
      if (!before) continue
      for (let i = who[0]; i < who[1]; i++) {
        const actor: Actor | null = marked.markers.get(gloss.from[line.glossFrom + i]!)?.actor ?? null
        if (!actor || actor.leader || actor.side !== 'own' || actor === before.hit.actor) continue
        const start = marked.at[line.from]!
        shared.push({
          rule: before.rule,
          made: { ...before.made, weight: 1 },
          hit: { ...before.hit, sentence: line.sentence, start, end: start + 1, statement: null, actor },
        })
      }
      break
    }
  }
  return shared
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRandom } from '../bench/articles.ts'
import { root } from '../house/command.ts'

/** Articles of the demonstration: what the made ones are put together from. */
const demonstration = join(root, 'packages', 'cli', 'demonstration', 'articles')

/** Articles about lpc-2024 as JSON lines, of at least so many words: paragraphs of the demonstration's, drawn anew for each. The same for a seed. */
export function madeArticles(count: number, words: number, seed: number): string {
  const random = createRandom(seed)
  const paragraphs = readdirSync(demonstration)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readFileSync(join(demonstration, name), 'utf8').split(/\n\s*\n/))
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph.split(' ').length > 8)
  const lines: string[] = []
  for (let n = 0; n < count; n++) {
    const drawn: string[] = []
    for (let length = 0; length < words; ) {
      const paragraph = paragraphs[Math.floor(random() * paragraphs.length)]!
      drawn.push(paragraph)
      length += paragraph.split(' ').length
    }
    lines.push(
      JSON.stringify({
        id: `made-${seed}-${n}`,
        outlet: `Outlet ${n % 7}`,
        published: `2024-10-${String(1 + (n % 28)).padStart(2, '0')}`,
        text: drawn.join('\n\n'),
      }),
    )
  }
  return `${lines.join('\n')}\n`
}

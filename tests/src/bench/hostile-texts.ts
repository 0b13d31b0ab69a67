import { createRandom } from './articles.ts'

/** A text that is made to take long. */
export interface HostileText {
  readonly name: string
  readonly text: string
}

/** Texts of a size in UTF-16 units, always the same, each with the leader's name so that it is read at all. */
export function hostileTexts(size: number, leader: string): HostileText[] {
  const family = leader.split(' ').at(-1)!
  const random = createRandom(7)
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!
  const fill = (unit: () => string): string => {
    let text = `${leader} should resign. `
    while (text.length < size) text += unit()
    return text.slice(0, size)
  }
  const names = ['Robert', 'Finch', 'Anna', 'Reyes', 'of', 'the', 'de', 'van', 'MP', 'Minister', 'Northport']
  const words =
    'said told that he she would not resign step down letter signed the caucus met on Tuesday, members of and who has have been to vote confidence lost support leader future MPs at least 20 calls for "go" by'.split(
      ' ',
    )
  return [
    { name: 'quotation marks', text: fill(() => '"') },
    { name: 'opening marks', text: fill(() => '“') },
    { name: 'nested brackets', text: fill(() => '(“[') },
    { name: 'names without end', text: fill(() => `${pick(names)} `) },
    { name: 'the leader again and again', text: fill(() => `${family} `) },
    { name: 'the leader, line by line', text: fill(() => `${family} said.\n`) },
    { name: 'one endless word', text: fill(() => 'a') },
    { name: 'capitals', text: fill(() => 'A ') },
    { name: 'commas', text: fill(() => `${family}, who, `) },
    { name: 'near misses in one sentence', text: fill(() => `${pick(words)} `) },
    {
      name: 'near misses in sentences',
      text: fill(() => `${family} ${pick(words)} ${pick(words)} ${pick(words)}. `),
    },
    { name: 'numbers', text: fill(() => `${Math.floor(random() * 90)} MPs and `) },
    { name: 'spaces', text: fill(() => ' ') },
    { name: 'line ends', text: fill(() => '\n') },
    { name: 'any letters', text: fill(() => String.fromCharCode(Math.floor(random() * 0x3000))) },
    {
      name: 'broken surrogates',
      text: fill(() => String.fromCharCode(0xd800 + Math.floor(random() * 0x800))),
    },
  ]
}

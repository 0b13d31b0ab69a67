/** A place in a text, for people: lines and columns count from 1, columns in UTF-16 units. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** The steps from the root of a JSON value to a value in it: keys and indexes. */
export type JsonPath = readonly (string | number)[]

/** Where the members of a JSON text stand. */
export interface JsonPlaces {
  /** Where a member's key begins, or an element; where there is none, that of what should hold it. */
  readonly of: (path: JsonPath) => Place
  /** The members whose key their object has already: `JSON.parse` keeps the last and says nothing. */
  readonly repeated: readonly JsonPath[]
}

/** Members that stand deeper are not looked up by anybody: their place is that of what holds them. */
const DEEPEST = 16

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g

interface Frame {
  /** The key or index of the value that comes next; null in an object whose next key has not come yet. */
  step: string | number | null
  readonly list: boolean
}

/** Finds the members of a text that `JSON.parse` accepts; of another text the answer means nothing. */
export function jsonPlaces(json: string): JsonPlaces {
  const starts = new Map<string, number>()
  const repeated: JsonPath[] = []
  const frames: Frame[] = []
  const here = (): JsonPath => frames.map(({ step }) => step!)
  const note = (offset: number): void => {
    if (frames.length > DEEPEST) return
    const path = here()
    const name = JSON.stringify(path)
    if (starts.has(name)) repeated.push(path)
    starts.set(name, offset)
  }
  for (const { 0: token, index } of json.matchAll(TOKEN)) {
    const frame = frames.at(-1)
    if (token === ',') {
      if (frame) frame.step = frame.list ? (frame.step as number) + 1 : null
      continue
    }
    if (token === ':') continue
    if (token === '}' || token === ']') {
      frames.pop()
      continue
    }
    if (frame && frame.step === null) {
      frame.step = JSON.parse(token) as string
      note(index)
      continue
    }
    if (frame?.list) note(index)
    if (token === '{') frames.push({ step: null, list: false })
    else if (token === '[') frames.push({ step: 0, list: true })
  }
  return {
    of(path) {
      for (let length = path.length; length > 0; length--) {
        const offset = starts.get(JSON.stringify(path.slice(0, length)))
        if (offset !== undefined) return placeAt(json, offset)
      }
      return placeAt(json, Math.max(0, json.search(/\S/)))
    },
    repeated,
  }
}

/** The line and column of an offset. */
export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

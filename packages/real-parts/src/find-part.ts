/** A server that a test runs against, and where it came from. */
export interface FoundPart {
  /** One line for a person: which of the ways it was. */
  readonly from: string
}

/** The ways to a server, in the order in which they are tried. Each throws, with its reason, where it leads nowhere. */
export interface PartWays<Part extends FoundPart> {
  /** What is found: `Kafka`. */
  readonly part: string
  /** The variable that may hold its address; what it holds, the caller has read. */
  readonly variable: string
  readonly given: string | undefined
  /** Uses the address that was given. Where that does not answer, nothing else is tried: somebody meant it. */
  readonly use: (address: string) => Promise<Part>
  /** Starts it in a container. */
  readonly docker: () => Promise<Part>
  /** Finds or starts it on this machine, the first that works. */
  readonly local: readonly (() => Promise<Part>)[]
  /** Hears which way it was. Default: standard error. */
  readonly say?: (line: string) => void
}

/**
 * Finds a real server for tests: at the address in the environment, else in Docker, else from what this machine has; the same order for
 * every part. Says which it was.
 *
 * Throws one error with the reasons of all ways where there is none: a suite says then that it did not run, and fails where `CI=true`.
 */
export async function findPart<Part extends FoundPart>(ways: PartWays<Part>): Promise<Part> {
  const { part, variable, given, use, docker, local, say = console.error } = ways
  if (given) {
    try {
      return told(await use(given))
    } catch (error) {
      throw new Error(`${variable}=${withoutPassword(given)}: ${(error as Error).message}`)
    }
  }
  const reasons: string[] = [`${variable} is not set.`]
  for (const way of [docker, ...local]) {
    try {
      return told(await way())
    } catch (error) {
      reasons.push(sentence((error as Error).message))
    }
  }
  throw new Error(`No ${part}. ${reasons.join(' ')}`)

  function told(found: Part): Part {
    say(`${part}: ${found.from}`)
    return found
  }
}

const sentence = (text: string): string => (/[.!]$/.test(text) ? text : `${text}.`)

/** An address as it may be shown. */
export const withoutPassword = (address: string): string => address.replace(/(\/\/[^/:@]*):[^/@]*@/, '$1@')

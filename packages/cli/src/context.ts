import type { Command } from 'commander'
import type { CliConfig } from './config.ts'
import type { House, HousePlace } from './house.ts'
import type { Progress } from './terminal/progress.ts'

/** The options that every command has. */
export interface Common {
  readonly data?: string
  readonly json?: boolean
}

/** The options of a question about one challenge. */
export interface Asked extends Common {
  readonly challenge?: string
  readonly on?: string
  readonly known?: string
}

/** What a group of commands is made with. */
export interface CommandContext {
  readonly config: CliConfig
  readonly program: Command
  /** A command with the common options, in the program or in a group of it. */
  readonly command: (name: string, about: string, parent?: Command) => Command
  readonly placeOf: (options: Common) => HousePlace
  /** Opens the house, does the work, and closes it whatever happens. */
  readonly inHouse: <Result>(place: HousePlace, work: (house: House) => Promise<Result>) => Promise<Result>
  /** The challenge that is meant: the one given, else the only one declared. */
  readonly challengeAsked: (house: House, options: Asked) => Promise<string>
  /** Prints an answer as JSON where that was asked for, else as text. */
  readonly show: <Answer>(options: Common, answer: Answer, text: (answer: Answer) => string) => void
  readonly print: (text: string) => void
  readonly warn: (line: string) => void
  readonly progress: Progress
  /** Columns of the terminal. */
  readonly width: number
  readonly exitWith: (code: number) => void
}

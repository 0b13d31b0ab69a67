#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { setFlagsFromString } from 'node:v8'

// Compiled code is kept between commands, in the system's directory for what may go: each starts a third sooner. Where it cannot be kept,
// nothing is said.
enableCompileCache()

// Commands that ask the embedded database a question, and no more: V8 would optimize one function of it for two seconds and with 600 MB, on
// a thread for which the end of the process waits. They take half the time without. What works through much is faster with it.
const QUESTIONS =
  /^(?:article|claims|count|dead-letters|diff|feeds|meetings|people|person|positions|signatures|status|timeline)$/
if (QUESTIONS.test(process.argv[2] ?? ''))
  for (const flag of ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'])
    setFlagsFromString(flag)

const { run } = await import('./program.ts')

// Who reads the output may stop early (`whipcount claims | head`): the work still comes to its end.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
process.exitCode = await run(process.argv.slice(2))
// A PGlite that did not start leaves a timer behind, which would keep the process; what is still to be written comes first.
process.stdout.write('', () => process.exit())

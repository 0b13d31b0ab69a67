#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

// Compiled code is kept between commands, in the system's directory for what may go: each starts a third sooner. Where it cannot be kept,
// nothing is said.
enableCompileCache()
const { run } = await import('./program.ts')

// Who reads the output may stop early (`whipcount claims | head`): the work still comes to its end.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
process.exitCode = await run(process.argv.slice(2))
// A PGlite that did not start leaves a timer behind, which would keep the process; what is still to be written comes first.
process.stdout.write('', () => process.exit())

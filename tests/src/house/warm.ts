import { writeSync } from 'node:fs'
import { run } from '../../../packages/cli/src/program.ts'

// Runs one command after another for `warm-command.ts`, which tells why. What a command writes comes first, then the mark, on both outputs.
process.on(
  'message',
  async ({ args, env, mark }: { args: string[]; env: NodeJS.ProcessEnv; mark: string }) => {
    for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name]
    Object.assign(process.env, env)
    const code = await run(args)
    writeSync(1, `${mark}${code}\n`)
    writeSync(2, `${mark}${code}\n`)
  },
)
process.on('disconnect', () => process.exit())

import { Schema } from 'effect'
import { SchemaJITCompiler } from 'effect/schema'

/**
 * A decoder of a schema. Throws an error that names every field that is wrong.
 *
 * What is right, nearly everything, is read by code that Effect generates for the schema, with the same checks, in a third of the
 * time; its `errors: 'all'` is interpreted, and so asked for only where something is wrong. Where code may not be generated (a
 * browser's content security policy), the whole is interpreted.
 */
export function decoderOf<Decoded extends Schema.ConstraintDecoder<unknown>>(
  schema: Decoded,
): (input: unknown) => Decoded['Type'] {
  SchemaJITCompiler.enable(schema.ast)
  const decode = Schema.decodeUnknownOption(schema)
  const explain = Schema.decodeUnknownSync(schema, { errors: 'all' })
  return (input) => {
    const decoded = decode(input)
    return decoded._tag === 'Some' ? decoded.value : explain(input)
  }
}

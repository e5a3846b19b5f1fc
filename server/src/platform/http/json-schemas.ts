import * as z from 'zod/mini';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The schemas of one document: those with a name of their own are kept once, under `#/components/schemas`. */
export class JsonSchemas {
  readonly named: Record<string, JsonSchema> = {};

  /** What a sender may put in. The same name may mean less coming in than going out: such names end in `Input`. */
  input(schema: z.core.$ZodType): JsonSchema {
    return this.add(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), 'Input');
  }

  /** What a receiver gets. Open: replies may gain fields. */
  output(schema: z.core.$ZodType): JsonSchema {
    const open = ({ jsonSchema }: { jsonSchema: JsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    };
    return this.add(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any', override: open }), '');
  }

  /** zod gives every schema its own `$defs`, which a reference inside of an OpenAPI document does not reach. */
  private add({ $schema: _, $defs = {}, ...schema }: JsonSchema, suffix: string): JsonSchema {
    for (const [name, { id: _id, ...definition }] of Object.entries($defs)) {
      this.keep(`${name}${suffix}`, withReferences(definition, suffix));
    }
    return withReferences(schema, suffix);
  }

  private keep(name: string, schema: JsonSchema): void {
    const known = this.named[name];
    if (known && JSON.stringify(known) !== JSON.stringify(schema)) throw new Error(`two schemas are named ${name}`);
    this.named[name] = schema;
  }
}

function withReferences(schema: JsonSchema, suffix: string): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === '$ref' && typeof value === 'string'
      ? value.replace(/^#\/\$defs\/(.+)$/, `#/components/schemas/$1${suffix}`)
      : value,
  ) as JsonSchema;
}

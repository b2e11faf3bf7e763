import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema;
}
interface Document {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          { responses: Record<string, { content: Record<string, { schema: Schema }> }> }
        >
      >
    >
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const read = (path: string) =>
  JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as unknown;
const document = read('../../openapi/mlflow-3.17.2.openapi.json') as Document;
const answers = read('../fixtures/answers.json') as Record<
  string,
  { row: string; status: number; type: string; body: string }
>;

/** Rows that no descriptor declares. */
const UNDECLARED = ['/version', '/api/3.0/mlflow/server-info', '/api/2.0/mlflow/no-such-route'];
const recorded = Object.entries(answers).filter(
  ([, answer]) => !UNDECLARED.includes(answer.row.split(' ')[1]!),
);

/** Where a value is not what its schema says: a missing required field, an unknown one, another type. */
function violations(schema: Schema, value: unknown, at: string): string[] {
  if (schema.$ref !== undefined) {
    return violations(document.components.schemas[schema.$ref.split('/').at(-1)!]!, value, at);
  }
  if (schema.oneOf !== undefined) {
    return schema.oneOf.some((one) => violations(one, value, at).length === 0)
      ? []
      : [`${at}: none of oneOf`];
  }
  if (schema.enum !== undefined)
    return schema.enum.includes(value as string) ? [] : [`${at}: ${String(value)}`];
  if (schema.type === 'array') {
    if (!Array.isArray(value)) return [`${at}: no array`];
    return value.flatMap((item, i) => violations(schema.items ?? {}, item, `${at}[${i}]`));
  }
  if (schema.type === 'object') {
    const fields = value as Record<string, unknown>;
    const missing = (schema.required ?? [])
      .filter((name) => !(name in fields))
      .map((name) => `${at}.${name}: missing`);
    return missing.concat(
      Object.entries(fields).flatMap(([name, field]) => {
        const known = schema.properties?.[name] ?? schema.additionalProperties;
        return known === undefined
          ? [`${at}.${name}: unknown`]
          : violations(known, field, `${at}.${name}`);
      }),
    );
  }
  const type = schema.type === 'integer' ? 'number' : schema.type;
  return type === undefined || typeof value === type ? [] : [`${at}: ${typeof value}, not ${type}`];
}

describe('what a real server answered fits the document', () => {
  test.each(recorded)('%s', (_, { row, status, body }) => {
    const [verb, path] = row.split(' ') as [string, string];
    const schema =
      status === 200
        ? document.paths[path]?.[verb.toLowerCase()]?.responses['200']?.content['application/json']
            ?.schema
        : { $ref: '#/components/schemas/Error' };
    expect(schema).toBeDefined();
    expect(violations(schema!, JSON.parse(body), 'answer')).toEqual([]);
  });

  test('the check itself sees missing, unknown and wrong fields', () => {
    const param = { $ref: '#/components/schemas/Param' };
    expect(violations(param, { key: 'a' }, 'x')).toEqual(['x.value: missing']);
    expect(violations(param, { key: 'a', value: 1, more: 2 }, 'x')).toEqual([
      'x.value: number, not string',
      'x.more: unknown',
    ]);
  });
});

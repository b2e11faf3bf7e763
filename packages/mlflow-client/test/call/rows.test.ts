import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { readFileSync } from 'node:fs';
import { createCall } from '../../src/call/call.ts';
import { createTransport } from '../../src/http/transport.ts';
import { resolveOptions } from '../../src/options.ts';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema;
}
interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema: Schema;
  }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
  readonly 'x-mlflow-slashes-in-path'?: boolean;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const document = JSON.parse(
  readFileSync(new URL('../../openapi/mlflow-3.17.2.openapi.json', import.meta.url), 'utf8'),
) as Document;
const rows = Object.entries(document.paths).flatMap(([path, verbs]) =>
  Object.entries(verbs).map(([verb, operation]) => ({ verb: verb.toUpperCase(), path, operation })),
);

const BASE = 'http://mlflow.test';
let seen: { method: string; url: URL; body: Uint8Array; type: string | null }[] = [];
const server = setupServer(
  http.all(`${BASE}/*`, async ({ request }) => {
    seen.push({
      method: request.method,
      url: new URL(request.url),
      body: new Uint8Array(await request.arrayBuffer()),
      type: request.headers.get('content-type'),
    });
    return HttpResponse.json({});
  }),
);
beforeAll(() => server.listen());
afterEach(() => {
  seen = [];
});
afterAll(() => server.close());

const transport = createTransport(resolveOptions({ trackingUri: BASE }, {}, '/nonexistent'));
// Rows come from a table here, so the typed signature is set aside.
const call = createCall(transport) as (
  verb: string,
  path: string,
  request: object,
) => Promise<unknown>;

test('the document holds the 187 rows that MLflow 3.17.2 declares, each with its own operationId', () => {
  expect(rows).toHaveLength(187);
  expect(new Set(rows.map((row) => row.operation.operationId)).size).toBe(187);
});

describe('every row can be called', () => {
  test.each(rows)('$verb $path', async ({ verb, path, operation }) => {
    const slashed = operation['x-mlflow-slashes-in-path'] === true;
    const parameters = operation.parameters ?? [];
    const inPath = parameters
      .filter((p) => p.in === 'path')
      .map((p) => [p.name, slashed ? 'a b/é#' : 'a/é#'] as const);
    const query = Object.fromEntries(
      parameters.filter((p) => p.in === 'query').map((p) => [p.name, sample(p.schema)]),
    );
    const [type, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
    const bytes = type === 'application/octet-stream';
    const body =
      content === undefined
        ? undefined
        : bytes
          ? new Uint8Array([1, 2, 3])
          : sample(content.schema);

    await call(verb, path, {
      path: Object.fromEntries(inPath),
      query,
      ...(body === undefined ? {} : { body }),
    });

    expect(seen).toHaveLength(1);
    const [request] = seen;
    expect(request?.method).toBe(verb);
    const encoded = slashed ? 'a%20b/%C3%A9%23' : 'a%2F%C3%A9%23';
    expect(request?.url.pathname).toBe(path.replaceAll(/\{\w+\}/g, encoded));
    const expected = Object.entries(query).flatMap(([key, value]) =>
      [value].flat().map((one) => [key, String(one)]),
    );
    expect([...(request?.url.searchParams ?? [])]).toEqual(expected);
    if (bytes) expect(request?.body).toEqual(body);
    else if (body !== undefined) {
      expect(request?.type).toMatch(/^application\/json/);
      expect(JSON.parse(new TextDecoder().decode(request?.body))).toEqual(body);
    }
  });
});

/** A value of every field that the schema declares, nested messages two levels deep. */
function sample(schema: Schema, depth = 0): unknown {
  if (schema.$ref !== undefined)
    return sample(document.components.schemas[schema.$ref.split('/').at(-1)!]!, depth);
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.type === 'array')
    return [sample(schema.items ?? {}, depth), sample(schema.items ?? {}, depth)];
  if (schema.type === 'boolean') return true;
  if (schema.type === 'integer') return 7;
  if (schema.type === 'string') return "x&y=' é";
  if (schema.type !== 'object') return 0.5;
  const fields = depth > 2 ? [] : Object.entries(schema.properties ?? {});
  return Object.fromEntries(fields.map(([name, field]) => [name, sample(field, depth + 1)]));
}

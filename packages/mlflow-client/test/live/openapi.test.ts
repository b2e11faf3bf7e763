import { expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { liveUri } from './live-client.ts';

interface Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
  }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>>;
  };
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, { readonly required?: readonly string[] }>>;
  };
}

const document = JSON.parse(
  readFileSync(new URL('../../openapi/mlflow-3.17.2.openapi.json', import.meta.url), 'utf8'),
) as Document;

test('the committed document is what the descriptors of the installed mlflow say', async () => {
  const python = new URL('../../../../.venv/bin/python', import.meta.url).pathname;
  const script = new URL('../../openapi/generate.py', import.meta.url).pathname;
  await expect(promisify(execFile)(python, [script, '--check'])).resolves.toBeDefined();
}, 120_000);

const NOT_SERVED = [
  'GET /api/2.0/mlflow/get-online-trace-details',
  'GET /api/2.0/mlflow/unified-traces',
];

test('the server has every route, and marks no field as missing that the document does not call required', async () => {
  const rows = Object.entries(document.paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, operation]) => ({
      path,
      verb: verb.toUpperCase(),
      operation,
    })),
  );
  const unserved: string[] = [];
  const undocumented: string[] = [];
  let demanded = 0;
  const probe = async ({ path, verb, operation }: (typeof rows)[number]) => {
    const row = `${verb} ${path}`;
    const { status, type, text } = await sendNothing(verb, path);
    if ((status === 404 || status === 405) && !type.includes('json')) unserved.push(row);
    const missing = /Missing value for required parameter '(\w+)'/.exec(text)?.[1];
    if (missing === undefined) return;
    demanded += 1;
    if (!requiredFields(verb, operation).includes(missing)) undocumented.push(`${row}: ${missing}`);
  };
  for (let at = 0; at < rows.length; at += 6) await Promise.all(rows.slice(at, at + 6).map(probe));
  expect(unserved.sort()).toEqual(NOT_SERVED);
  expect(undocumented).toEqual([]);
  expect(demanded).toBeGreaterThan(100);
}, 120_000);

async function sendNothing(verb: string, path: string) {
  const url = liveUri() + path.replaceAll(/\{\w+\}/g, 'xgflow-no-such-thing');
  const json = { body: '{}', headers: { 'content-type': 'application/json' } };
  const response = await fetch(url, { method: verb, ...(verb === 'GET' ? {} : json) });
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    text: await response.text(),
  };
}

function requiredFields(verb: string, operation: Operation): readonly string[] {
  if (verb === 'GET') {
    return (operation.parameters ?? []).filter((p) => p.required).map((p) => p.name);
  }
  const ref = operation.requestBody?.content['application/json']?.schema.$ref ?? '';
  return document.components.schemas[ref.split('/').at(-1)!]?.required ?? [];
}

import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { HttpRequest, Transport } from '../http/request.ts';
import { fillPath } from './fill-path.ts';
import type { AnswerOf, PathOf, RequestArgument, Verb } from './operation.ts';

/**
 * Call any row of the MLflow API: `call('POST', '/api/2.0/mlflow/runs/create', { body: { experiment_id: '1' } })`.
 * Verb, path, required fields and the answer are checked by the compiler against `openapi/`. Fields are MLflow's own, sent as
 * they are: the resources (`client.runs` …) encode numbers and names safely, this does not.
 *
 * Artifact bytes (`PUT` and `GET /api/2.0/mlflow-artifacts/artifacts/{artifact_path}`) are held in memory; `client.artifacts` streams.
 */
export type Call = <V extends Verb, P extends PathOf<V>>(
  verb: V,
  path: P,
  ...request: RequestArgument<V, P>
) => Promise<AnswerOf<V, P>>;

interface LooseRequest extends Pick<
  HttpRequest,
  'query' | 'body' | 'signal' | 'deadlineMs' | 'repeatable'
> {
  readonly path?: Readonly<Record<string, string>>;
}

const ARTIFACT_BYTES = '/api/2.0/mlflow-artifacts/artifacts/{artifact_path}';

/** Bind {@link Call} to a transport. */
export function createCall(transport: Transport): Call {
  const call = (verb: Verb, path: string, request: LooseRequest = {}) =>
    send(transport, verb, path, request);
  return call as Call;
}

async function send(
  transport: Transport,
  method: Verb,
  template: string,
  request: LooseRequest,
): Promise<unknown> {
  const { path: parameters, body, repeatable, ...rest } = request;
  const path = fillPath(template, parameters);
  if (template === ARTIFACT_BYTES && method === 'GET') {
    return transport.download({ ...rest, path }, (stream) => buffer(stream));
  }
  if (template === ARTIFACT_BYTES && body instanceof Uint8Array) {
    const open = () => Readable.from([body]);
    return transport.upload({ ...rest, path, length: body.byteLength, open });
  }
  return transport.json({ ...rest, method, path, body, repeatable });
}

import type { components, paths } from '../generated/mlflow.ts';

/** HTTP verbs that MLflow uses. */
export type Verb = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Named schemas of the MLflow API, such as `Schemas['Run']`; field names are MLflow's own. */
export type Schemas = components['schemas'];

type Declared<V extends Verb, P extends keyof paths> = Exclude<paths[P][Lowercase<V>], undefined>;

/** Paths that MLflow declares for a verb, path parameters as `{name}`. */
export type PathOf<V extends Verb> = {
  [P in keyof paths]: [Declared<V, P>] extends [never] ? never : P;
}[keyof paths];

type WithoutNever<T> = {
  [K in keyof T as [Exclude<T[K], undefined>] extends [never] ? never : K]: T[K];
};

type Parameters<O> = O extends { parameters: infer T }
  ? WithoutNever<Pick<T, keyof T & ('path' | 'query')>>
  : never;

type Content<C> = C extends { 'application/json': infer J }
  ? J
  : C extends { 'application/octet-stream': unknown }
    ? Uint8Array
    : never;

type Body<O> = O extends { requestBody: { content: infer C } }
  ? { body: Content<C> }
  : O extends { requestBody?: infer R }
    ? Exclude<R, undefined> extends { content: infer C }
      ? [C] extends [never]
        ? { body?: never }
        : { body?: Content<C> }
      : { body?: never }
    : { body?: never };

/** How one call is sent; none of it changes what is asked. */
export interface CallOptions {
  /** Cancels the call. */
  readonly signal?: AbortSignal;
  /** Milliseconds for all attempts together; default: the client's. */
  readonly deadlineMs?: number;
  /** May it be sent again when its outcome is unknown? Default: the transport's rule by verb (POST: no). */
  readonly repeatable?: boolean;
}

/** What a row takes: `path`, `query` and `body` as far as it declares them, and {@link CallOptions}. */
export type RequestOf<V extends Verb, P extends PathOf<V>> = Parameters<Declared<V, P>> &
  Body<Declared<V, P>> &
  CallOptions;

/** What a row answers: its JSON, or the bytes of an artifact. */
export type AnswerOf<V extends Verb, P extends PathOf<V>> =
  Declared<V, P> extends { responses: { 200: { content: infer C } } } ? Content<C> : never;

/** The request argument, which may be left out when nothing in it is required. */
export type RequestArgument<V extends Verb, P extends PathOf<V>> =
  Partial<RequestOf<V, P>> extends RequestOf<V, P>
    ? [request?: RequestOf<V, P>]
    : [request: RequestOf<V, P>];

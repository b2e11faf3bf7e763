import type { DataRecord, Explanation, Problem, Schema, Scores } from './server-answers.ts';

/** An answer that is no answer, with the fields at fault where the server names them. */
export class ServerError extends Error {
  readonly problems: readonly Problem[];

  constructor(message: string, problems: readonly Problem[]) {
    super(message);
    this.problems = problems;
  }
}

/** POST /explain of one record. */
interface Explained {
  readonly model: { readonly version: string | null };
  readonly scale: Explanation['scale'];
  readonly explanations: readonly [Omit<Explanation, 'scale' | 'version'>];
}

/** The server that this page came from. */
export class Api {
  readonly #signIn: (refused: boolean) => Promise<string>;
  #token = sessionStorage.getItem('token');
  #signingIn: Promise<string> | undefined;

  /** @param signIn asks the person for a token; `refused` where the one before was no good */
  constructor(signIn: (refused: boolean) => Promise<string>) {
    this.#signIn = signIn;
  }

  schema(): Promise<Schema> {
    return this.#ask('schema', {});
  }

  async explain(record: DataRecord, signal: AbortSignal): Promise<Explanation> {
    const { explanations, model, scale } = await this.#ask<Explained>('explain?top=8', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ dataframe_records: [record] }),
      signal,
    });
    return { ...explanations[0], scale, version: model.version };
  }

  scores(csv: Blob): Promise<Scores> {
    return this.#ask('predict?keep=all', {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: csv,
    });
  }

  async #ask<T>(path: string, request: RequestInit): Promise<T> {
    const headers = new Headers(request.headers);
    if (this.#token !== null) headers.set('authorization', `Bearer ${this.#token}`);
    const response = await fetch(path, { ...request, headers }).catch((cause: unknown) => {
      if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
      throw new Error('The server does not answer. Is it still running?', { cause });
    });
    if (response.status === 401) {
      // Requests that are refused together ask the person once.
      this.#signingIn ??= this.#signIn(this.#token !== null).finally(() => {
        this.#signingIn = undefined;
      });
      this.#token = await this.#signingIn;
      sessionStorage.setItem('token', this.#token);
      return this.#ask(path, request);
    }
    if (response.ok) return (await response.json()) as T;
    const said = (await response.json().catch(() => ({}))) as {
      message?: string;
      errors?: Problem[];
    };
    const message = said.message ?? `the server answered ${response.status}`;
    throw new ServerError(message, said.errors ?? []);
  }
}

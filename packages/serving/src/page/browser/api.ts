import type { DataRecord, Explanation, Problem, Schema, Scores } from './server-answers.ts';

/** An answer that is no answer, with the fields at fault where the server names them. */
export class ServerError extends Error {
  readonly status: number;
  readonly problems: readonly Problem[];

  constructor(status: number, message: string, problems: readonly Problem[]) {
    super(message);
    this.status = status;
    this.problems = problems;
  }
}

/** POST /explain of one record. */
interface Explained {
  readonly scale: Explanation['scale'];
  readonly explanations: readonly [Omit<Explanation, 'scale'>];
}

/** The server that this page came from. */
export class Api {
  readonly #signIn: () => Promise<string>;
  #token = sessionStorage.getItem('token');

  /** @param signIn asks the person for a token */
  constructor(signIn: () => Promise<string>) {
    this.#signIn = signIn;
  }

  schema(): Promise<Schema> {
    return this.#ask('schema', {});
  }

  async explain(record: DataRecord, signal: AbortSignal): Promise<Explanation> {
    const { explanations, scale } = await this.#ask<Explained>('explain?top=8', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ dataframe_records: [record] }),
      signal,
    });
    return { ...explanations[0], scale };
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
    const response = await fetch(path, { ...request, headers });
    if (response.status === 401) {
      this.#token = await this.#signIn();
      sessionStorage.setItem('token', this.#token);
      return this.#ask(path, request);
    }
    if (response.ok) return (await response.json()) as T;
    const said = (await response.json().catch(() => ({}))) as {
      message?: string;
      errors?: Problem[];
    };
    const message = said.message ?? `the server answered ${response.status}`;
    throw new ServerError(response.status, message, said.errors ?? []);
  }
}

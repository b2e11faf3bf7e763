import { ResourceNotFoundError } from '@xgflow/mlflow-client';
import type { MlflowClient } from '@xgflow/mlflow-client';
import { readRows } from './text-row.ts';
import type { TextRow } from './text-row.ts';

/** The artifacts of a run, as texts. */
export class RunFiles {
  readonly #client: MlflowClient;
  readonly #artifactUri: string;

  private constructor(client: MlflowClient, artifactUri: string) {
    this.#client = client;
    this.#artifactUri = artifactUri;
  }

  static async of(client: MlflowClient, runId: string): Promise<RunFiles> {
    const { info } = await client.runs.get(runId);
    return new RunFiles(client, info.artifact_uri);
  }

  /** Undefined when the run has no such file. */
  async text(path: string): Promise<string | undefined> {
    try {
      return await this.#client.artifacts.readText(this.#artifactUri, path);
    } catch (error) {
      if (error instanceof ResourceNotFoundError) return undefined;
      throw error;
    }
  }

  /** The lines of a CSV file; none when the run has no such file. */
  private async rows(path: string): Promise<TextRow[]> {
    const text = await this.text(path);
    return text === undefined ? [] : readRows(text, path);
  }

  /** Several tables of `tables/`, named without `.csv`. */
  tables(...names: readonly string[]): Promise<TextRow[][]> {
    return Promise.all(names.map((name) => this.rows(`tables/${name}.csv`)));
  }
}

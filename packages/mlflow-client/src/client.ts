import { ArtifactStore } from './artifacts/store.ts';
import { createCall, type Call } from './call/call.ts';
import { createTransport } from './http/transport.ts';
import type { Transport } from './http/request.ts';
import { resolveOptions } from './options.ts';
import type { ClientOptions } from './options/client-options.ts';
import { Experiments } from './resources/experiments.ts';
import { LoggedModels } from './resources/logged-models.ts';
import { Metrics } from './resources/metrics.ts';
import { ModelVersions } from './resources/model-versions.ts';
import { RegisteredModels } from './resources/registered-models.ts';
import { Runs } from './resources/runs.ts';
import { Server } from './resources/server.ts';

/**
 * A client of one MLflow tracking server: resources over one transport, with its own connections and no global state, so that
 * several clients live in one process. Options left out come from `MLFLOW_*`; there is no default tracking URI.
 *
 * ```ts
 * const client = new MlflowClient({ trackingUri: 'http://127.0.0.1:5000' });
 * const { experiment_id } = await client.experiments.ensure('claims');
 * const run = await client.runs.create({ experimentId: experiment_id, runName: 'baseline' });
 * await client.runs.logBatch(run.info.run_id, { params: { max_depth: 6 }, metrics: [{ key: 'f1', value: 0.84 }] });
 * await client.runs.update(run.info.run_id, { status: 'FINISHED' });
 * ```
 */
export class MlflowClient {
  /** Any of the 187 rows of the API, typed; the escape hatch below the resources. */
  readonly call: Call;
  readonly experiments: Experiments;
  readonly runs: Runs;
  readonly metrics: Metrics;
  readonly loggedModels: LoggedModels;
  readonly registeredModels: RegisteredModels;
  readonly modelVersions: ModelVersions;
  readonly artifacts: ArtifactStore;
  readonly server: Server;
  /** Tracking URI without credentials and without a slash at its end. */
  readonly trackingUri: string;
  readonly #transport: Transport;

  /** @throws OptionsError when no tracking URI is known or the options contradict each other; nothing is sent. */
  constructor(options: ClientOptions = {}) {
    const resolved = resolveOptions(options);
    this.trackingUri = resolved.baseUrl;
    this.#transport = createTransport(resolved);
    this.call = createCall(this.#transport);
    this.experiments = new Experiments(this.call);
    this.runs = new Runs(this.call);
    this.metrics = new Metrics(this.call);
    this.loggedModels = new LoggedModels(this.call);
    this.registeredModels = new RegisteredModels(this.call);
    this.modelVersions = new ModelVersions(this.call);
    this.artifacts = new ArtifactStore(this.#transport);
    this.server = new Server(this.#transport);
  }

  /** Close idle connections; calls after this fail with AbortedError. */
  close(): void {
    this.#transport.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

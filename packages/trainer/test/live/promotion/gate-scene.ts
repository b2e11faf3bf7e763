import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { MlflowClient } from '@xgflow/mlflow-client';
import { modelHistory } from '../../../src/promotion/index.ts';
import type { GateOptions } from '../../../src/promotion/index.ts';
import { metricKey } from '../../../src/record/metric-key.ts';
import { readSweeps } from '../../../src/record/read-sweeps.ts';
import { registerBest } from '../../../src/registry/register-best.ts';
import type { Registration } from '../../../src/registry/register-best.ts';
import { finishedVariant, writeTable } from '../support/finished-variant.ts';

const trackingUri = process.env.XGFLOW_TEST_MLFLOW_URI;
if (!trackingUri)
  throw new Error('XGFLOW_TEST_MLFLOW_URI is not set · the live tests need a server');

interface Quality {
  readonly wrong: number;
  readonly rounds?: number;
}

/** Of variants: two that are hardly wrong, and two that often are. */
export const good: Quality = { wrong: 0 };
export const alike: Quality = { wrong: 0, rounds: 9 };
export const bad: Quality = { wrong: 0.45, rounds: 2 };
export const alsoBad: Quality = { wrong: 0.45, rounds: 3 };

/** A table, an experiment, and for each test of the suite a registered model of its own. */
export class GateScene {
  readonly client = new MlflowClient({ trackingUri: trackingUri ?? '' });
  readonly #experiment: string;
  readonly #sweeps = new Map<string, string>();
  #folder = '';
  #experimentId = '';
  #models = 0;

  /** Sets itself up and ends itself with the suite. */
  constructor(name: string) {
    this.#experiment = `${name}-${process.pid}-${Date.now()}`;
    beforeAll(async () => {
      this.#folder = await mkdtemp(path.join(tmpdir(), `xgflow-${name}-`));
      process.env.XDG_CACHE_HOME = path.join(this.#folder, 'cache');
      await writeTable(this.#folder);
      this.#experimentId = (await this.client.experiments.ensure(this.#experiment)).experiment_id;
    });
    afterAll(async () => {
      this.client.close();
      await rm(this.#folder, { recursive: true, force: true });
    });
    beforeEach(() => {
      this.#models += 1;
    });
  }

  /** Holds data.csv, which the variants are trained on. */
  get folder(): string {
    return this.#folder;
  }

  /** Name of the test's model. */
  get model(): string {
    return `${this.#experiment}-${this.#models}`;
  }

  /** Registers a variant, which is trained once for all models, unless a test is going to spoil it. */
  async register(
    quality: Quality,
    gate: GateOptions = {},
    { own = false } = {},
  ): Promise<Registration> {
    const { client, folder, model } = this;
    const key = `${JSON.stringify(quality)}${own ? model : ''}`;
    const sweep = this.#sweeps.get(key) ?? `s${this.#sweeps.size}`;
    if (!this.#sweeps.has(key)) {
      this.#sweeps.set(key, sweep);
      const place = { experimentId: this.#experimentId, folder, sweepId: sweep };
      await finishedVariant(client, place, quality);
    }
    return registerBest(client, {
      selection: await readSweeps(client, { experiment: this.#experiment, sweep }),
      metric: metricKey('f1'),
      name: model,
      gate: { directory: folder, by: 'ada', ...gate },
    });
  }

  /** Replaces the booster of a version on the server by something that does not load. */
  async spoil(version: string): Promise<void> {
    const { client, folder, model } = this;
    const { model_id: id } = await client.modelVersions.get(model, version);
    const { info } = await client.loggedModels.get(id ?? '');
    await client.artifacts.uploadBuffer(info.artifact_uri, Buffer.from('broken'), 'model.ubj');
    await rm(path.join(folder, 'cache'), { recursive: true, force: true });
  }

  /** The aliases of the test's model, and its history, a line each. */
  async state() {
    const history = await modelHistory(this.client, this.model);
    const { challenger, champion, entries, previous } = history;
    return {
      champion,
      challenger,
      previous,
      entries: entries.map(({ action, forced, from, state: now, to }) =>
        [action, from ?? '-', to, now, ...(forced ? ['forced'] : [])].join(' '),
      ),
    };
  }
}

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { MlflowClient } from '@xgflow/mlflow-client';
import { modelHistory } from '@xgflow/trainer';
import {
  finishedVariant,
  writeTable,
} from '../../../packages/trainer/test/live/support/finished-variant.ts';
import { freshName } from '../workspace.ts';
import { startXgflow, trackingUri, xgflow } from '../xgflow.ts';
import { FaultProxy } from './fault-proxy.ts';

/** Where a promotion stands: aliases, and what the history says. */
export interface PromotionEnd {
  readonly champion: string | undefined;
  readonly challenger: string | undefined;
  readonly previous: string | undefined;
  readonly entries: readonly string[];
}

/** How it ended, and how many requests the first command sent. */
interface Ended {
  readonly end: PromotionEnd;
  readonly requests: number;
}

interface Source {
  readonly runId: string;
  readonly modelId: string;
}

/** Two variants in a folder, a champion and a candidate; a fresh registered model for every try. */
export class PromotionScene {
  readonly #client: MlflowClient;
  readonly #folder: string;
  readonly #sources: readonly Source[];

  private constructor(client: MlflowClient, folder: string, sources: readonly Source[]) {
    this.#client = client;
    this.#folder = folder;
    this.#sources = sources;
  }

  /** @param candidate how good it is: `better` is promoted, `worse` refused */
  static async open(
    client: MlflowClient,
    directory: string,
    candidate: 'better' | 'worse',
  ): Promise<PromotionScene> {
    const folder = path.join(directory, candidate);
    await mkdir(folder, { recursive: true });
    await writeTable(folder);
    const experimentId = (await client.experiments.ensure(freshName('promotion'))).experiment_id;
    const [good, bad] = [{ wrong: 0 }, { wrong: 0.45, rounds: 2 }];
    const qualities = candidate === 'better' ? [bad, good] : [good, bad];
    const sources: Source[] = [];
    for (const [index, quality] of qualities.entries()) {
      const place = { experimentId, folder, sweepId: `s${index}` };
      const runId = await finishedVariant(client, place, quality);
      const { tags } = (await client.runs.get(runId)).data;
      const modelId = tags.find(({ key }) => key === 'xgflow.model_id')?.value ?? '';
      sources.push({ runId, modelId });
    }
    return new PromotionScene(client, folder, sources);
  }

  /** Promotes version 2 over version 1; killed at the request that comes as number `nth`, and typed again. */
  async promoted(nth = Infinity): Promise<Ended> {
    const name = await this.#registered();
    await using proxy = await FaultProxy.open(trackingUri());
    const args = ['promote', name, '2', '--tracking-uri', proxy.uri];
    const { killed, requests } = await this.#killedAt(nth, args, proxy);
    // A refusal ends with 9.
    if (killed) await startXgflow(args, { cwd: this.#folder }).ended;
    return { end: await this.#end(name), requests };
  }

  /** Rolls back from version 2 to 1, killed and typed again in the same way. */
  async rolledBack(nth = Infinity): Promise<Ended> {
    const name = await this.#registered();
    await xgflow(['promote', name, '2'], { cwd: this.#folder });
    await using proxy = await FaultProxy.open(trackingUri());
    const args = ['rollback', name, '--tracking-uri', proxy.uri];
    const { killed, requests } = await this.#killedAt(nth, args, proxy);
    if (killed) await xgflow(args, { cwd: this.#folder });
    return { end: await this.#end(name), requests };
  }

  /** Runs a command until its request `nth`, whose answer it does not see any more; the proxy is sound afterwards. */
  async #killedAt(
    nth: number,
    args: readonly string[],
    proxy: FaultProxy,
  ): Promise<{ readonly killed: boolean; readonly requests: number }> {
    const { child, ended } = startXgflow(args, { cwd: this.#folder });
    proxy.fault = (number) => {
      if (number < nth) return undefined;
      child.kill('SIGKILL');
      return 'lost-ack';
    };
    const { code } = await ended;
    proxy.fault = () => undefined;
    return { killed: code === null, requests: proxy.seen.length };
  }

  async #registered(): Promise<string> {
    const name = freshName('promoted');
    await this.#client.registeredModels.ensure(name);
    for (const { modelId, runId } of this.#sources) {
      const source = `models:/${modelId}`;
      await this.#client.modelVersions.create({ name, source, runId, modelId });
    }
    await this.#client.registeredModels.setAlias(name, 'champion', '1');
    return name;
  }

  async #end(name: string): Promise<PromotionEnd> {
    const { challenger, champion, entries, previous } = await modelHistory(this.#client, name);
    return {
      champion,
      challenger,
      previous,
      entries: entries.map(
        ({ action, from, to, state }) => `${action} ${from ?? '-'} ${to} ${state}`,
      ),
    };
  }
}

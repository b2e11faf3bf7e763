import type { ReproduceOptions } from '@xgflow/trainer';
import type { Output } from '../output/output.ts';
import { silentProgress } from '../output/progress.ts';
import type { Progress } from '../output/progress.ts';
import { difference } from './summary.ts';

type Start = Parameters<NonNullable<ReproduceOptions['onStart']>>[0];

/** Shows a reproduction while it runs: what is not as it was, then one bar over the trials. */
export class ReproductionProgress {
  readonly #output: Output;
  #bar: Progress = silentProgress;
  #done = 0;

  constructor(output: Output) {
    this.#output = output;
  }

  start({ run, trials, conditions }: Start): void {
    for (const one of conditions) this.#output.warn(`not as it was · ${difference(one)}`);
    const work =
      trials === 1 ? 'the winning trial and its refit' : `${trials} trials and the refit`;
    this.#output.note(`${run.variant} of sweep ${run.sweepId} · ${work}`);
    this.#bar = this.#output.progress({ label: 'trials', total: trials });
  }

  trial(): void {
    this.#done += 1;
    this.#bar.update(this.#done);
  }

  stop(): void {
    this.#bar.stop();
  }
}

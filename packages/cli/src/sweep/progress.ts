import type {
  SweepObserver,
  SweepPlace,
  TrialRecord,
  VariantPlan,
  VariantSummary,
} from '@xgflow/trainer';
import { metricNumber } from '@xgflow/trainer/metric-number';
import type { Links } from '../output/links.ts';
import type { Output } from '../output/output.ts';
import type { Progress } from '../output/progress.ts';
import { headlineOf, keyTitle } from '../task/headline.ts';

/** Shows a sweep while it runs: where to look, one bar over all trials, a line per variant that ends. */
export class SweepProgress implements SweepObserver {
  readonly #output: Output;
  readonly #links: Links | undefined;
  #bar: Progress | undefined;
  #total = 0;
  #done = 0;
  #variant: { readonly plan: VariantPlan; best: number | undefined } | undefined;
  #plans: readonly VariantPlan[] = [];

  constructor(output: Output, links: Links | undefined) {
    this.#output = output;
    this.#links = links;
  }

  /** Whether the sweep stands where it is recorded. */
  get started(): boolean {
    return this.#bar !== undefined;
  }

  onStart({
    place,
    sweepId,
    plans,
    kept,
  }: {
    place: SweepPlace;
    sweepId: string;
    plans: readonly VariantPlan[];
    kept: readonly VariantSummary[];
  }): void {
    const where =
      'directory' in place ? place.directory : this.#links?.run(place.experimentId, place.runId);
    this.#output.note(`sweep ${sweepId} · ${where ?? ''}`);
    if (kept.length > 0) {
      this.#output.note(`continued: ${kept.map(({ name }) => name).join(', ')} already finished`);
    }
    this.#plans = plans.filter(({ name }) => !kept.some((variant) => variant.name === name));
    this.#total = this.#plans.reduce((sum, { search }) => sum + search.trials, 0);
    this.#bar = this.#output.progress({ label: 'trials', total: this.#total });
  }

  onVariantStart({
    name,
    done,
    trials,
    best,
  }: {
    name: string;
    trials: number;
    done: number;
    best: number | undefined;
  }): void {
    const plan = this.#plans.find((candidate) => candidate.name === name);
    // A small space has fewer trials than were asked for.
    this.#total += trials - (plan?.search.trials ?? trials);
    this.#variant = plan && { plan, best };
    this.#done += done;
    this.#show();
  }

  onTrial(_trial: TrialRecord, best: number | undefined): void {
    this.#done += 1;
    if (this.#variant) this.#variant.best = best;
    this.#show();
  }

  onVariantEnd(variant: VariantSummary): void {
    if (variant.status === 'kept') return;
    this.#bar?.stop();
    const text =
      variant.status === 'failed'
        ? `${variant.name} failed: ${variant.error ?? ''}`
        : [`${variant.name} finished`, ...this.#headline(variant)].join(' · ');
    if (variant.status === 'failed') this.#output.warn(text);
    else this.#output.note(text);
    if (this.#done < this.#total)
      this.#bar = this.#output.progress({ label: 'trials', total: this.#total });
  }

  onWarning(text: string): void {
    this.#output.warn(text);
  }

  stop(): void {
    this.#bar?.stop();
  }

  #headline({ metrics }: VariantSummary): string[] {
    const { keys } = headlineOf(this.#plans[0]?.task ?? 'binary');
    return keys
      .filter((key) => key.startsWith('test_'))
      .slice(0, 2)
      .map((key) => `${keyTitle(key)} ${metricNumber(metrics[key])}`);
  }

  #show(): void {
    const { plan, best } = this.#variant ?? {};
    const note = plan ? `${plan.name} · best ${plan.search.scoring} ${metricNumber(best)}` : '';
    this.#bar?.update(this.#done, note);
  }
}

import path from 'node:path';
import { writeModelDirectory } from '@xgflow/model';
import type { EnsembleDescription, ModelDescription } from '@xgflow/model';
import { writeReport } from '../report/index.ts';
import type { ReportFile, TrialPoint } from '../report/index.ts';
import type { PreparedSweep } from '../sweep/prepare.ts';
import type { EnsembleResult } from '../sweep/ensemble-result.ts';
import type { MemberFit } from '../sweep/member-fit.ts';
import type { VariantResult, VariantSummary } from '../sweep/result.ts';
import type { SplitPlan } from '../sweep/split-plan.ts';
import type { EnsembleTracker, SweepTracker, VariantTracker } from '../sweep/tracker.ts';
import { ensembleDescription } from './ensemble-description.ts';
import { newSweepId } from './names.ts';
import { modelDescription } from './model-description.ts';
import { oofTable } from './oof-table.ts';
import { sweepReport } from './sweep-report.ts';
import { splitTable, trialsTable } from './tables.ts';
import { trialPoints } from './trial-points.ts';
import { ensembleReport, variantReport } from './variant-report.ts';

/** `--no-tracking`: a directory a variant with its model, metrics and tables; nothing leaves the machine. */
export class LocalTracker implements SweepTracker {
  readonly sweepId = newSweepId(new Date());
  readonly place: { readonly directory: string };
  readonly kept = [];
  readonly #prepared: PreparedSweep;
  readonly #trials = new Map<string, readonly TrialPoint[]>();

  constructor(prepared: PreparedSweep, home: string) {
    this.#prepared = prepared;
    this.place = { directory: path.join(home, 'sweeps', this.sweepId) };
  }

  startVariant(): Promise<VariantTracker> {
    return Promise.resolve({
      finish: (result: VariantResult) => this.#write(result),
      fail: () => Promise.resolve(),
      end: () => Promise.resolve(),
    });
  }

  startEnsemble(): Promise<EnsembleTracker> {
    return Promise.resolve({
      finish: (result: EnsembleResult) => this.#writeEnsemble(result),
      fail: () => Promise.resolve(),
      end: () => Promise.resolve(),
    });
  }

  /** Nothing is ever kept. */
  readMember(kept: VariantSummary): Promise<MemberFit> {
    return Promise.reject(new TypeError(`variant ${kept.name} is not kept`));
  }

  async finish(): Promise<readonly string[]> {
    const { files, errors } = await sweepReport(this.sweepId, this.#prepared.plans, this.#trials);
    await writeReport(this.place.directory, files);
    return errors.map(({ message }) => message);
  }

  end(): Promise<boolean> {
    return Promise.resolve(true);
  }

  async #write(result: VariantResult): Promise<VariantSummary> {
    const { name, metrics, outOfFold, split, trials } = result;
    const { files, errors } = await variantReport(this.#prepared, result);
    await this.#writeDirectory(result, modelDescription(this.#prepared, result), [
      ...files,
      { path: 'trials.csv', content: trialsTable(result) },
      ...this.#rowFiles(split, outOfFold.scores),
    ]);
    this.#trials.set(name, trialPoints(result));
    const failedTrials = trials.filter((trial) => trial.error !== undefined).length;
    const warnings = errors.map(({ message }) => `${message} · variant ${name}`);
    return { name, status: 'finished', metrics, failedTrials, warnings };
  }

  async #writeEnsemble(result: EnsembleResult): Promise<VariantSummary> {
    const { metrics, name, outOfFold, split } = result;
    const description = ensembleDescription(this.#prepared, result);
    const { files, errors } = await ensembleReport(this.#prepared, result);
    await this.#writeDirectory(result, description, [
      ...files,
      ...this.#rowFiles(split, outOfFold.scores),
    ]);
    const warnings = errors.map(({ message }) => `${message} · ensemble ${name}`);
    return { name, status: 'finished', metrics, failedTrials: 0, warnings };
  }

  #rowFiles(split: SplitPlan, scores: Float32Array): ReportFile[] {
    const { fileRows } = this.#prepared;
    return [
      { path: 'split.csv', content: splitTable(split, fileRows) },
      { path: 'oof.csv', content: oofTable(split, scores, fileRows) },
    ];
  }

  /** Its metrics come last: a directory without `metrics.json` is unfinished. */
  async #writeDirectory(
    { name, metrics }: Pick<VariantSummary, 'name' | 'metrics'>,
    description: ModelDescription | EnsembleDescription,
    files: readonly ReportFile[],
  ): Promise<void> {
    const directory = path.join(this.place.directory, name);
    await writeModelDirectory(path.join(directory, 'model'), description);
    await writeReport(directory, files);
    const content = `${JSON.stringify(metrics, null, 2)}\n`;
    await writeReport(directory, [{ path: 'metrics.json', content }]);
  }
}

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeModelDirectory } from '@xgflow/model';
import { writeReport } from '../report/index.ts';
import type { TrialPoint } from '../report/index.ts';
import type { PreparedSweep } from '../sweep/prepare.ts';
import type { EnsembleResult } from '../sweep/ensemble-result.ts';
import type { MemberFit } from '../sweep/member-fit.ts';
import type { VariantResult, VariantSummary } from '../sweep/result.ts';
import type { EnsembleTracker, SweepTracker, VariantTracker } from '../sweep/tracker.ts';
import { ensembleDescription } from './ensemble-description.ts';
import { newSweepId } from './names.ts';
import { modelDescription } from './model-description.ts';
import { oofTable } from './oof-table.ts';
import { sweepReport } from './sweep-report.ts';
import { splitTable, trialsTable } from './tables.ts';
import { trialPoints } from './trial-points.ts';
import { variantReport } from './variant-report.ts';

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
      end: () => Promise.resolve(),
    });
  }

  startEnsemble(): Promise<EnsembleTracker> {
    return Promise.resolve({
      finish: (result: EnsembleResult) => this.#writeEnsemble(result),
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

  end(): Promise<void> {
    return Promise.resolve();
  }

  async #writeEnsemble(result: EnsembleResult): Promise<VariantSummary> {
    const { metrics, name, outOfFold, split } = result;
    const directory = path.join(this.place.directory, name);
    await mkdir(directory, { recursive: true });
    const description = ensembleDescription(this.#prepared, result);
    await writeModelDirectory(path.join(directory, 'model'), description);
    const { fileRows } = this.#prepared;
    await Promise.all(
      Object.entries({
        'metrics.json': `${JSON.stringify(metrics, null, 2)}\n`,
        'split.csv': splitTable(split, fileRows),
        'oof.csv': oofTable(split, outOfFold.scores, fileRows),
      }).map(([file, text]) => writeFile(path.join(directory, file), text)),
    );
    return { name, status: 'finished', metrics, failedTrials: 0 };
  }

  async #write(result: VariantResult): Promise<VariantSummary> {
    const directory = path.join(this.place.directory, result.name);
    await mkdir(directory, { recursive: true });
    await writeModelDirectory(
      path.join(directory, 'model'),
      modelDescription(this.#prepared, result),
    );
    await Promise.all([
      writeFile(
        path.join(directory, 'metrics.json'),
        `${JSON.stringify(result.metrics, null, 2)}\n`,
      ),
      writeFile(path.join(directory, 'trials.csv'), trialsTable(result)),
      writeFile(
        path.join(directory, 'split.csv'),
        splitTable(result.split, this.#prepared.fileRows),
      ),
      writeFile(
        path.join(directory, 'oof.csv'),
        oofTable(result.split, result.outOfFold.scores, this.#prepared.fileRows),
      ),
    ]);
    const { files, errors } = await variantReport(this.#prepared, result);
    await writeReport(directory, files);
    this.#trials.set(result.name, trialPoints(result));
    const failedTrials = result.trials.filter((trial) => trial.error !== undefined).length;
    const { name, metrics } = result;
    const warnings = errors.map(({ message }) => `${message} · variant ${name}`);
    return { name, status: 'finished', metrics, failedTrials, warnings };
  }
}

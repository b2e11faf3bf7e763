import { Readable } from 'node:stream';
import { csvRecords } from '@xgflow/data';
import type { TrialPoint } from '../report/index.ts';
import type { ParamValue, Space } from '../search/index.ts';
import type { VariantResult } from '../sweep/result.ts';
import { meanScore } from '../sweep/trial-score.ts';
import type { VariantPlan } from '../sweep/variant-plan.ts';

/** The trials of a variant that has just run. */
export function trialPoints({ name, trials }: VariantResult): TrialPoint[] {
  return trials.map((trial) => ({
    variant: name,
    index: trial.index,
    score: meanScore(trial),
    params: trial.params,
  }));
}

/**
 * The trials of a variant that ran before, from the `trials.csv` that was written then.
 *
 * @throws DataError when the text is no such table
 */
export async function readTrialPoints(
  { name, space }: VariantPlan,
  text: string,
): Promise<TrialPoint[]> {
  const points: TrialPoint[] = [];
  for await (const { names, rows } of csvRecords(Readable.from([Buffer.from(text, 'utf8')]))) {
    for (const cells of rows) {
      const cellOf = (column: string): string => cells[names.indexOf(column)] ?? '';
      const score = cellOf('mean_score');
      points.push({
        variant: name,
        index: Number(cellOf('trial')),
        score: score === '' ? NaN : Number(score),
        params: readParams(space, cellOf),
      });
    }
  }
  return points;
}

function readParams(
  space: Space,
  cellOf: (column: string) => string,
): Readonly<Record<string, ParamValue>> {
  const read = Object.entries(space).flatMap(([name, distribution]) => {
    const text = cellOf(name);
    if (text === '') return [];
    const value =
      'choice' in distribution
        ? (distribution.choice.find((level) => String(level) === text) ?? text)
        : Number(text);
    return [[name, value] as const];
  });
  return Object.fromEntries(read);
}

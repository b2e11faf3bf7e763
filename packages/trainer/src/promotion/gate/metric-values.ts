import { judge, metricNamesOf, valueOrNaN } from '../../metrics/index.ts';
import type { GateReport } from './gate-report.ts';
import type { ModelScores } from './paired-gain.ts';

/** Every metric of the task for both models on the same rows; null where one has no value, or there is no champion. */
export function metricValues(
  labels: ArrayLike<number>,
  candidate: ModelScores,
  champion: ModelScores | undefined,
): GateReport['metrics'] {
  const rowsOf = ({ judgement, scores }: ModelScores) => judge(labels, scores, judgement);
  const [own, other] = [rowsOf(candidate), champion && rowsOf(champion)];
  return Object.fromEntries(
    metricNamesOf(candidate.judgement.task).map((name) => [
      name,
      {
        candidate: finite(valueOrNaN(own, name)),
        champion: other ? finite(valueOrNaN(other, name)) : null,
      },
    ]),
  );
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

import {
  call,
  copyString,
  handleOf,
  keepAlive,
  outCell,
  pointerIn,
  toCStrings,
} from '../capi/index.ts';
import type { Handle } from '../capi/index.ts';
import { predictMatrix } from '../booster/predict-matrix.ts';
import type { EvalHistory } from '../callbacks/callback.ts';
import { parseEvalLine } from './eval-line.ts';
import { sixDecimals } from './six-decimals.ts';
import type { CustomMetric, EvalSet } from './train-options.ts';

function record(history: EvalHistory, name: string, metric: string, value: number): void {
  const metrics = (history[name] ??= Object.create(null) as Record<string, number[]>);
  (metrics[metric] ??= []).push(value);
}

function evaluateNative(
  booster: Handle,
  evals: readonly EvalSet[],
  round: number,
): ReturnType<typeof parseEvalLine> {
  const matrices = BigUint64Array.from(evals, ({ data }) => handleOf(data, 'DMatrix').pointer);
  const names = toCStrings(
    evals.map((_, index) => String(index)),
    'evals',
  );
  const line = outCell();
  return keepAlive([names.bytes], () => {
    call(
      'XGBoosterEvalOneIter',
      booster.pointer,
      round,
      matrices,
      names.pointers,
      evals.length,
      line,
    );
    return parseEvalLine(copyString(pointerIn(line)));
  });
}

/** Adds the scores of one round to the history: the library's metrics first, then the custom ones. */
export function evaluateRound(
  booster: Handle,
  round: number,
  options: {
    evals: readonly EvalSet[];
    history: EvalHistory;
    metric: CustomMetric | undefined;
    /** What the custom metric gets. */
    output: 'value' | 'margin';
  },
): void {
  const { evals, history, metric, output } = options;
  if (evals.length === 0) return;
  for (const { index, metric: name, value } of evaluateNative(booster, evals, round)) {
    record(history, evals[index]?.name ?? String(index), name, value);
  }
  if (metric === undefined) return;
  for (const { name, data } of evals) {
    const result = metric(predictMatrix(booster, handleOf(data, 'DMatrix'), { output }), data);
    for (const score of [result].flat()) {
      record(history, name, score.name, sixDecimals(score.value));
    }
  }
}

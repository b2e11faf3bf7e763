/** A metric after a boosting round. */
export type CurvePoint = Readonly<{
  metric: string;
  /** `train`: the refit on the training part; `cv`: the mean over the folds' validation parts. */
  part: string;
  /** From 1. */
  round: number;
  value: number;
}>;

/** Curves by name, `train-auc` and `cv-auc`, as one long table. */
export function curvePoints(curves: Readonly<Record<string, readonly number[]>>): CurvePoint[] {
  return Object.entries(curves).flatMap(([name, values]) => {
    const dash = name.indexOf('-');
    const [part, metric] = [name.slice(0, dash), name.slice(dash + 1)];
    return values.map((value, index) => ({ metric, part, round: index + 1, value }));
  });
}

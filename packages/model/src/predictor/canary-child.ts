import { Booster } from '@xgflow/xgboost-node';

/**
 * Loads a model and predicts once, in a process of its own, because a damaged file can crash the
 * library or hang it. Exit 0: safe to load. Exit 3: refused; the reason is on stdout.
 */
try {
  using booster = Booster.load(process.argv[2] ?? '');
  const cols = booster.featureCount;
  const values = new Float32Array(2 * cols).fill(Number.NaN, 0, cols);
  booster.predictDense(values, { rows: 2, cols });
} catch (error) {
  process.stdout.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 3;
}

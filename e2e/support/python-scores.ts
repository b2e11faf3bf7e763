import { loadSweepConfig } from '@xgflow/trainer';
import { python } from './python.ts';

/** What Python makes of a model by its URI, as `python/score_model.py` prints it. */
interface PythonScores {
  /** Of each row's score, as a float32. */
  readonly bits: readonly number[];
  /** The same by mlflow.pyfunc. */
  readonly served: readonly number[];
  readonly type: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly flavors: readonly string[];
}

/** Scores a table in Python with a model that was trained by a sweep file. */
export async function pythonScores(
  uri: string,
  csv: string,
  sweepFile: string,
): Promise<PythonScores> {
  const { target, drop, categorical } = (await loadSweepConfig(sweepFile)).config;
  const args = [uri, csv, target, drop.join(','), categorical.join(',')];
  return python<PythonScores>('score_model.py', args);
}

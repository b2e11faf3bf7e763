import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { EnsembleDescription } from '../ensemble/ensemble-description.ts';
import type { ModelDescription } from './model-description.ts';

/** Python code that lies in a model directory and scores with it. */
export interface PythonLoader {
  /** Name of the module; its text's digest is in it, for one process may load several versions. */
  readonly module: string;
  /** Path inside the directory. */
  readonly path: string;
  readonly text: string;
}

/** Folder of the code, inside the directory. */
export const CODE_FOLDER = 'code';

/** The loader, from this package's `python/`, which lies two folders up in src/ and in dist/. */
export function pythonLoader(): PythonLoader {
  const text = readFileSync(new URL('../../python/xgflow_loader.py', import.meta.url), 'utf8');
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 8);
  const module = `xgflow_loader_${digest}`;
  return { module, path: `${CODE_FOLDER}/${module}.py`, text };
}

/**
 * Whether MLflow's own scorer for XGBoost would lose something of the model: its levels, its
 * exposure, its calibration, or that it is several models. What loses nothing needs no code.
 */
export function needsLoader(description: ModelDescription | EnsembleDescription): boolean {
  const { calibration, codec, exposure } = description;
  return (
    'members' in description ||
    calibration !== undefined ||
    exposure !== undefined ||
    codec.features.some(({ kind }) => kind === 'categorical')
  );
}

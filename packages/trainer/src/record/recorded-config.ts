import { ConfigError, parseSweepConfig } from '../config/index.ts';
import type { ResolvedConfig } from '../config/index.ts';
import { DamagedRecordError } from './damaged-record-error.ts';

/**
 * The sweep file that a run was made with, from the text of its artifact `sweep.json`.
 *
 * @throws DamagedRecordError for a text that is no sweep file: nobody wrote it by hand
 */
export function recordedConfig(text: string, runId: string): ResolvedConfig {
  try {
    // JSON is YAML, and a resolved sweep file is one.
    return parseSweepConfig(text, { file: `sweep.json of run ${runId}` });
  } catch (cause) {
    const [first] = cause instanceof ConfigError ? cause.problems : [];
    if (first === undefined) throw cause;
    throw new DamagedRecordError(
      `${first.what} · ${first.where} · the artifact was changed after the sweep: restore it, or run the sweep again`,
      { cause },
    );
  }
}

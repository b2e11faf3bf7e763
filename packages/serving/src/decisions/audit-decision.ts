import { ModelError } from '@xgflow/model';
import type { Predictor } from '@xgflow/model';
import { AuditError } from '../errors/audit-error.ts';
import type { Decision, LoggedCell } from './decision.ts';
import { Redactor } from './redactor.ts';
import { rowFacts } from './row-facts.ts';

export interface AuditOptions {
  readonly decision: Decision;
  /** Of the version that decided. */
  readonly predictor: Predictor;
  /** The log, beside which the key of its hashes lies. */
  readonly log: string;
  /** Values of redacted columns, from where they are kept. */
  readonly values?: Readonly<Record<string, LoggedCell>>;
}

export interface Audit {
  /** The same float32 numbers and the same label. */
  readonly equal: boolean;
  readonly score: Decision['score'];
  readonly label: number | null;
  /** Columns whose values were given again and have the logged hash. */
  readonly confirmed: readonly string[];
}

/**
 * Scores a logged decision again, by the same model file and the threshold of then.
 *
 * @throws {AuditError} another model file, redacted values that were not given or are not those of then, a row that the
 *   model does not take
 */
export async function auditDecision(options: AuditOptions): Promise<Audit> {
  const { decision, predictor } = options;
  const { sha256 } = predictor.info;
  if (sha256 !== decision.model.sha256) {
    throw new AuditError(
      `the model file is not the one that decided: sha256 ${sha256}, logged ${decision.model.sha256} · decision ${decision.id} · give the model of then with --model`,
    );
  }
  const { confirmed, row } = await wholeRow(options);
  const { score, label } = scoreAgain(decision, predictor, row);
  const equal =
    JSON.stringify(score) === JSON.stringify(decision.score) && label === decision.label;
  return { equal, score, label, confirmed };
}

/** The row with the redacted values in it, each seen to be that of then. */
async function wholeRow({
  decision,
  log,
  values = {},
}: AuditOptions): Promise<{ row: Record<string, unknown>; confirmed: string[] }> {
  const hashes = Object.entries(decision.input).flatMap(([name, cell]) =>
    typeof cell === 'object' && cell !== null ? [[name, cell.redacted] as const] : [],
  );
  const absent = hashes.map(([name]) => name).filter((name) => !Object.hasOwn(values, name));
  if (absent.length > 0) {
    throw new AuditError(
      `the log holds only hashes of ${absent.join(', ')} · decision ${decision.id} · give the values of then with --values FILE, a JSON object`,
    );
  }
  if (hashes.length === 0) return { row: decision.input, confirmed: [] };
  const redactor = await Redactor.read(log);
  const wrong = hashes.find(([name, hash]) => !redactor.matches(name, values[name] ?? null, hash));
  if (wrong) {
    throw new AuditError(
      `the value given for ${wrong[0]} is not the one that was scored · decision ${decision.id} · give that of then`,
    );
  }
  const given = Object.fromEntries(hashes.map(([name]) => [name, values[name] ?? null]));
  return { row: { ...decision.input, ...given }, confirmed: Object.keys(given) };
}

function scoreAgain(
  { id, threshold }: Decision,
  predictor: Predictor,
  row: Readonly<Record<string, unknown>>,
): Pick<Audit, 'score' | 'label'> {
  try {
    const predictions = predictor.predictRecords([row]);
    const [facts] = rowFacts(predictor, (_, name) => row[name], predictions);
    const score = facts?.score ?? NaN;
    const label =
      predictor.info.kind === 'binary' && threshold !== null && typeof score === 'number'
        ? Number(score > threshold)
        : (facts?.label ?? null);
    return { score: typeof score === 'number' ? score : [...score], label };
  } catch (cause) {
    if (!(cause instanceof ModelError)) throw cause;
    throw new AuditError(
      `the model does not take the logged row (${cause.message}) · decision ${id} · it cannot be scored again`,
      { cause },
    );
  }
}

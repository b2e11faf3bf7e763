import { closest } from '@xgflow/data/closest';
import { packageVersion } from '@xgflow/model';
import type { DecisionLog } from '../decisions/decision-log.ts';
import { DecisionLogError } from '../errors/decision-log-error.ts';
import type { Generation } from '../live/generation.ts';
import type { JobKind, ScoringAnswer } from '../scoring/job.ts';

/** Response header with the id under which the rows of a request are logged. */
export const DECISION_HEADER = 'x-xgflow-decision-id';

const product = `xgflow=${packageVersion()}`;

/** Logs the rows of an answer, by whom they were decided. @throws {DecisionNotLoggedError} */
export function logDecisions(
  log: DecisionLog,
  route: JobKind,
  { facts, identity }: Generation,
  answer: ScoringAnswer,
): Promise<string> {
  const { model_id, name, run_id, threshold, version } = identity;
  const { sha256, xgboostVersion } = facts.info;
  return log.record({
    route,
    model: { name, version, run_id, model_id, sha256 },
    threshold,
    libraries: xgboostVersion === undefined ? product : `${product} xgboost=${xgboostVersion}`,
    rows: answer.facts ?? [],
  });
}

/** A column that is to be redacted and that the model does not take is a mistake in its name. @throws {DecisionLogError} */
export function checkRedacted({ path, redacted }: DecisionLog, { facts }: Generation): void {
  const { exposure } = facts.info;
  const features = facts.features.map(({ name }) => name);
  const known = exposure === undefined ? features : [...features, exposure];
  const unknown = redacted.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const near = closest(unknown, known);
  throw new DecisionLogError(
    path,
    `the model takes no column ${JSON.stringify(unknown)} to redact`,
    { advice: near === undefined ? 'name features of the model' : `did you mean ${near}?` },
  );
}

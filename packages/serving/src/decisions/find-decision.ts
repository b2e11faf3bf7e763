import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { readLog } from '@xgflow/mlflow-client';
import { AuditError } from '../errors/audit-error.ts';
import { DECISION_FORMAT, toDecision } from './decision.ts';
import type { Decision } from './decision.ts';

const rotated = /\.\d{8}T\d{9}Z-[0-9a-f]{10}$/;

/** The file and those that it was before it was full, latest first. */
export async function logFiles(log: string): Promise<string[]> {
  const own = path.basename(log);
  const names = await readdir(path.dirname(log)).catch(() => []);
  const older = names
    .filter((name) => name.startsWith(`${own}.`) && rotated.test(name.slice(own.length)))
    .toSorted()
    .reverse();
  return [log, ...older.map((name) => path.join(path.dirname(log), name))];
}

/**
 * Finds a decision by its id, also while the server writes the log. A request's id alone means its only row.
 *
 * @throws {AuditError} no such decision, or a request of several rows · LogFormatError · LocalFileError
 */
export async function findDecision(log: string, id: string): Promise<Decision> {
  for (const file of await logFiles(log)) {
    const found: Decision[] = [];
    for await (const record of readLog(file, { format: DECISION_FORMAT, holding: id })) {
      const decision = toDecision(record);
      if (decision?.id === id) return decision;
      if (decision?.id.startsWith(`${id}.`)) found.push(decision);
    }
    const [only, ...others] = found;
    if (only && others.length === 0) return only;
    if (only) {
      throw new AuditError(
        `request ${id} decided ${found.length} rows · ${file} · name one: ${id}.0 to ${id}.${found.length - 1}`,
      );
    }
  }
  throw new AuditError(
    `no decision ${id} · ${log} and the files it was before · give the id that the answer carried in x-xgflow-decision-id`,
  );
}

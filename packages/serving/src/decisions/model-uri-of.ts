import { AuditError } from '../errors/audit-error.ts';
import type { Decision } from './decision.ts';

/** Where the model that decided is: its version in the registry, or else its logged model. @throws {AuditError} */
export function modelUriOf({ id, model }: Decision): string {
  const { model_id, name, version } = model;
  if (name !== null && version !== null) return `models:/${name}/${version}`;
  if (model_id !== null) return `models:/${model_id}`;
  throw new AuditError(
    `the log does not say which model it was · decision ${id} · name its directory with --model`,
  );
}

import { join } from 'node:path';
import { firstIssue } from '@xgflow/data';
import { ModelDirectoryError } from '../errors/model-directory-error.ts';
import { readJson } from '../mlmodel/read-json.ts';
import { referenceProfileSchema, type ReferenceProfile } from './reference-profile.ts';

/** Where a model directory keeps its profile. */
export const profilePath = 'xgflow/profile.json';

/**
 * The reference profile of a model directory; undefined for a model without one (written elsewhere, or
 * before there were profiles).
 *
 * @throws {ModelDirectoryError} a profile that cannot be read
 */
export async function readProfile(directory: string): Promise<ReferenceProfile | undefined> {
  const path = join(directory, profilePath);
  const json = await readJson(path);
  if (json === undefined) return undefined;
  const parsed = referenceProfileSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const { error: cause } = parsed;
  throw new ModelDirectoryError(firstIssue(cause), path, 'get the model again', { cause });
}

import path from 'node:path';
import type { ReferenceProfile } from '@xgflow/model';
import type { ReferenceFile } from '@xgflow/serving';
import type { CommandContext } from '../command.ts';

/** Where the reference comes from. */
export interface ReferenceSource extends Omit<ReferenceFile, 'reference'> {
  /** The model's. */
  readonly directory: string;
  /** A file to take instead of the model's own profile. */
  readonly file: string | undefined;
}

/**
 * What new data is compared with: the profile of a file where one is named, else the model's own.
 *
 * @throws NoProfileError where neither is there · the errors of `profileOfFile`
 */
export async function referenceProfile(
  { directory, file, ...source }: ReferenceSource,
  { output, cwd }: CommandContext,
): Promise<{ readonly profile: ReferenceProfile; readonly name: string }> {
  const { NoProfileError, profileOfFile } = await import('@xgflow/serving');
  if (file !== undefined) {
    const reference = path.resolve(cwd, file);
    const profile = await output.during(`reading ${file}`, () =>
      profileOfFile({ ...source, reference }),
    );
    return { profile, name: path.basename(file) };
  }
  const { readProfile } = await import('@xgflow/model');
  const profile = await readProfile(directory);
  if (!profile) throw new NoProfileError(directory);
  return { profile, name: 'the training data' };
}

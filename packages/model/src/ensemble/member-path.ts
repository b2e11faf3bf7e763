import { ModelTargetError } from '../errors/model-target-error.ts';

const NAME = /^[\w.-]{1,100}$/;

/** Where a member's booster lies inside the directory. @throws {ModelTargetError} a name that makes no file name */
export function memberPath(name: string, at: number): string {
  if (NAME.test(name)) return `members/${at + 1}-${name}.ubj`;
  throw new ModelTargetError(
    `the name makes no file name · member ${JSON.stringify(name)} · use at most 100 letters, digits, _, - and .`,
  );
}

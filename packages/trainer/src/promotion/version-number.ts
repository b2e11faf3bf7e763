import { shellWord } from '../record/shell-word.ts';
import { PromotionInputError } from './promotion-input-error.ts';

/**
 * A version as the registry writes it: `3` for `3` and `03`.
 *
 * @throws PromotionInputError for anything else than a whole number above 0, `latest` and aliases among them: what a
 *   history says must not depend on when it is read
 */
export function versionNumber(name: string, version: string): string {
  const digits = /^0*([1-9]\d*)$/.exec(version)?.[1];
  if (digits !== undefined) return digits;
  throw new PromotionInputError(
    `${JSON.stringify(version)} is no version of ${name} · command line · give its number, such as 3; \`xgflow models --name ${shellWord(name)}\` lists them`,
  );
}

import { firstFew } from './first-few.ts';

/** The advice to choose one of some names; the first eight are shown. */
export function chooseFrom(known: readonly string[]): string {
  return `choose from ${firstFew(known, 8)}`;
}

import { closest } from '@xgflow/data/closest';

/** What to do about an unknown name: the closest known one, or the list. */
export function suggest(name: string, known: readonly string[]): string {
  const near = closest(name, known);
  return near === undefined ? `use one of ${known.join(', ')}` : `did you mean ${near}?`;
}

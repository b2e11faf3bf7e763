import { wilsonInterval } from '../../metrics/wilson-interval.ts';

/** A share with Wilson's 95 % interval; null where there is nothing to divide by. */
export type NamedShare<Name extends string> = Readonly<
  Record<Name | `${Name}_low` | `${Name}_high`, number | null>
>;

/** @param scale what is told instead of the share: a function that grows with it. Default: the share itself */
export function namedShare<Name extends string>(
  name: Name,
  part: number,
  whole: number,
  scale: (share: number) => number = (share) => share,
): NamedShare<Name> {
  const { low, high } = wilsonInterval(part, whole);
  const values = whole > 0 ? [part / whole, low, high].map(scale) : [null, null, null];
  const names = [name, `${name}_low`, `${name}_high`];
  return Object.fromEntries(
    names.map((key, place) => [key, values[place] ?? null]),
  ) as NamedShare<Name>;
}

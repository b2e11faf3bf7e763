import { dashes, series, shapes } from '../theme.ts';

/** The same look for the same variant in all of a sweep's pictures; beyond eight variants looks repeat. */
export function variantScales(variants: readonly string[]) {
  const cycled = <Item>(items: readonly Item[]) => ({
    domain: variants,
    range: variants.map((_, place) => items[place % items.length]),
  });
  return { color: cycled(series), shape: cycled(shapes), strokeDash: cycled(dashes) };
}

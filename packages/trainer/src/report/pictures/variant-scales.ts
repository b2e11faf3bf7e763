import { nameLabels } from '../name-labels.ts';
import { dashes, series, shapes } from '../theme.ts';

/**
 * The same look for the same variant in all of a sweep's pictures. The ninth has the dash and the shape of the first
 * with the colour of the second, and so on: looks repeat after sixty-four.
 */
export function variantScales(variants: readonly string[]) {
  const scale = <Item>(items: readonly Item[], turn: 0 | 1) => ({
    domain: variants,
    range: variants.map(
      (_, place) => items[(place + turn * Math.floor(place / items.length)) % items.length],
    ),
  });
  return { color: scale(series, 1), shape: scale(shapes, 0), strokeDash: scale(dashes, 0) };
}

/** The legend of lines of variants. */
export const lineLegend = {
  ...nameLabels,
  symbolType: 'stroke',
  symbolSize: 900,
  symbolStrokeWidth: 2,
};

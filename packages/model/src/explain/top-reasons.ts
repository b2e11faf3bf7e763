import type { Feature } from '../codec/feature.ts';
import type { Reason } from './explanation.ts';
import { shownValue } from './shown-value.ts';

/**
 * The strongest reasons of one row; of equal ones the earlier feature comes first.
 *
 * @param cells the row's coded features
 * @param contributions one per feature
 */
export function topReasons(
  features: readonly Feature[],
  cells: Float32Array,
  contributions: Float64Array,
  top: number,
): Reason[] {
  const size = (at: number): number => Math.abs(contributions[at] ?? 0);
  return [...features.keys()]
    .filter((at) => size(at) > 0)
    .sort((a, b) => size(b) - size(a) || a - b)
    .slice(0, top)
    .flatMap((at): Reason[] => {
      const feature = features[at];
      if (feature === undefined) return [];
      const contribution = contributions[at] ?? 0;
      return [
        {
          feature: feature.name,
          value: shownValue(feature, cells[at] ?? Number.NaN),
          contribution,
          direction: contribution > 0 ? 'up' : 'down',
        },
      ];
    });
}

import { shortestFloat32 } from '@xgflow/data';
import type { Feature } from '../codec/feature.ts';

/** A coded cell as people know it: a level, a number, or null for missing. */
export function shownValue(feature: Feature, value: number): number | string | null {
  if (Number.isNaN(value)) return null;
  return feature.kind === 'numeric' ? shortestFloat32(value) : (feature.levels[value] ?? null);
}

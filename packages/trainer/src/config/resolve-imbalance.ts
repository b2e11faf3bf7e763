import { imbalanceSchemas } from './imbalance-sections.ts';
import type {
  CalibrationSection,
  ClassWeightSection,
  ResampleSection,
  ThresholdSection,
} from './imbalance-sections.ts';
import type { Mapping } from './merge.ts';

/** What a variant does about classes of different size; what it does not do is absent. */
export interface ImbalanceSections {
  readonly resample?: ResampleSection & {
    readonly method: Exclude<ResampleSection['method'], 'none'>;
  };
  readonly class_weight?: ClassWeightSection;
  readonly calibration?: CalibrationSection;
  readonly threshold?: ThresholdSection;
}

/**
 * A variant's section takes the place of the file's as a whole, because keys of one method mean nothing to another;
 * null, and the method none, remove it. Both were checked before.
 */
export function resolveImbalance(base: Mapping, overrides: Mapping): ImbalanceSections {
  const sections = Object.entries(imbalanceSchemas).flatMap(([section, schema]) => {
    const given = overrides[section] === undefined ? base[section] : overrides[section];
    if (given === undefined || given === null) return [];
    const parsed = schema.parse(given);
    const isNone = typeof parsed === 'object' && 'method' in parsed && parsed.method === 'none';
    return isNone ? [] : [[section, parsed] as const];
  });
  return Object.fromEntries(sections);
}

import { buildProfile, type ReferenceProfile } from '@xgflow/model';
import { metricNames } from '../metrics/index.ts';
import type { PreparedSweep } from '../sweep/prepare.ts';
import type { VariantMetrics, VariantResult } from '../sweep/result.ts';
import { labelsOf } from '../sweep/work/labels-of.ts';

/**
 * What later data is compared with: the whole table's features and target, and the model's predictions of
 * its test rows, which it was not fitted on.
 */
export function modelProfile(
  { config, features, identity, target }: PreparedSweep,
  { metrics, split, testPredictions }: VariantResult,
): ReferenceProfile {
  const { classes, labels } = target;
  return buildProfile({
    features,
    dataDigest: identity.dataDigest,
    target: {
      kind: 'categorical',
      name: config.target,
      levels: classes as readonly string[] | readonly number[],
      codes: Int32Array.from(labels),
      missing: 0,
    },
    scored: {
      kind: 'binary',
      values: testPredictions,
      outputs: 1,
      source: 'test rows',
      labels: labelsOf(split.testRows, labels),
      classes,
    },
    metrics: testMetrics(metrics),
  });
}

function testMetrics(metrics: VariantMetrics): ReferenceProfile['metrics'] {
  const finite = (value: number | undefined): number | null =>
    value !== undefined && Number.isFinite(value) ? value : null;
  const entries = metricNames.flatMap((name) => {
    const value = finite(metrics[`test_${name}`]);
    if (value === null) return [];
    const low = finite(metrics[`test_${name}_ci_low`]);
    const high = finite(metrics[`test_${name}_ci_high`]);
    return [[name, { value, low, high }] as const];
  });
  return Object.fromEntries(entries);
}

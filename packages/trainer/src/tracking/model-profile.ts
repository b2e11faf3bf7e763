import type { Column, Levels } from '@xgflow/data';
import { buildProfile, type ReferenceProfile } from '@xgflow/model';
import { metricNames } from '../metrics/index.ts';
import type { PreparedSweep } from '../sweep/prepare.ts';
import type { VariantMetrics, VariantResult } from '../sweep/result.ts';
import type { Target } from '../sweep/target.ts';
import { labelsOf } from '../sweep/work/labels-of.ts';

/**
 * What later data is compared with: the whole table's features and target, and the model's predictions of
 * its test rows, which it was not fitted on.
 */
export function modelProfile(
  { config, features, identity, target }: PreparedSweep,
  { metrics, split, testPredictions }: Pick<VariantResult, 'metrics' | 'split' | 'testPredictions'>,
): ReferenceProfile {
  const { labels, task } = target;
  const classes = task === 'regression' ? undefined : target.classes;
  return buildProfile({
    features,
    dataDigest: identity.dataDigest,
    target: targetColumn(config.target, target),
    scored: {
      kind: task === 'regression' ? 'value' : task,
      values: testPredictions,
      outputs: testPredictions.length / Math.max(1, split.testRows.length),
      source: 'test rows',
      labels: labelsOf(split.testRows, labels),
      ...(classes ? { classes } : {}),
    },
    metrics: testMetrics(metrics),
  });
}

function targetColumn(name: string, target: Target): Column {
  const { labels } = target;
  if (target.task === 'regression') {
    return { kind: 'numeric', name, values: labels, integer: false, missing: 0 };
  }
  const levels = target.classes as Levels;
  return { kind: 'categorical', name, levels, codes: Int32Array.from(labels), missing: 0 };
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

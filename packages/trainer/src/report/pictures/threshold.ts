import { chooseThreshold, thresholdCurve } from '../../threshold/index.ts';
import type { ThresholdPoint, ThresholdRule } from '../../threshold/index.ts';
import { caption, rounded, thresholdText, wholeNumber } from '../captions.ts';
import { picture } from '../picture.ts';
import type { Picture } from '../picture.ts';
import { ink } from '../theme.ts';
import { thinnedCurve } from '../thinned.ts';
import type { BinaryReport } from '../binary-report.ts';
import { marked, shareAxis, squareField } from './axes.ts';
import { drawnPoints, tablePoints } from './limits.ts';

const axesOf = (...names: readonly ('threshold' | 'value' | 'flagged')[]) =>
  names.map((name) => (point: ThresholdPoint) => point[name]);

/** The measure of the rule against the threshold, with the chosen point; none where no rule chose it. */
export function thresholdPicture({ variant, thresholdChoice }: BinaryReport): Picture[] {
  if (!thresholdChoice) return [];
  const { rule, outOfFold } = thresholdChoice;
  const { labels, scores } = outOfFold;
  const build = (): readonly ThresholdPoint[] =>
    thinnedCurve(
      thresholdCurve(rule, labels, scores),
      axesOf('threshold', 'value', 'flagged'),
      tablePoints,
    );
  return [
    picture('threshold', build, (points) => {
      const chosen = chooseThreshold(rule, labels, scores);
      const { threshold, value, flagged } = chosen;
      return {
        title: caption(
          'Threshold',
          variant,
          `training part, scored out of fold, n = ${wholeNumber(labels.length)}`,
          `${ruleText(rule)}: threshold ${thresholdText(threshold)}`,
          `${measure(rule)} ${rounded(value)} · ${(100 * flagged).toFixed(1)} % of the rows decided positive`,
        ),
        ...squareField,
        encoding: { x: shareAxis('threshold', 'threshold (positive above it)') },
        layer: [
          line(points, 'value', yAxis(rule), [1, 0]),
          ...(rule.by === 'capacity' ? capacityLines(points, rule.share) : []),
          {
            encoding: { y: yAxis(rule) },
            layer: marked({ threshold, value }, `threshold ${thresholdText(threshold)}`, {
              x: 'threshold',
              y: 'value',
              // Beside a curve that is lowest or highest here.
              side: rule.by === 'cost' ? 'below' : 'above',
            }),
          },
        ],
      };
    }),
  ];
}

/** `lowest cost (1 a false positive, 5 a missed one)`. */
function ruleText(rule: ThresholdRule): string {
  switch (rule.by) {
    case 'fixed':
      return 'fixed';
    case 'f1':
      return 'best F1';
    case 'cost':
      return `lowest cost (${rule.falsePositive} for a false positive, ${rule.falseNegative} for a missed one)`;
    case 'capacity':
      return `capacity for ${Number((100 * rule.share).toFixed(2))} % of the rows`;
  }
}

function measure({ by }: ThresholdRule): string {
  if (by === 'cost') return 'cost per row';
  return by === 'capacity' ? 'positive rows found' : 'F1';
}

function yAxis(rule: ThresholdRule): object {
  if (rule.by !== 'cost') {
    const title = rule.by === 'capacity' ? 'found (solid), decided positive (dashed)' : 'F1';
    return rule.by === 'capacity'
      ? shareAxis('value', title)
      : { field: 'value', type: 'quantitative', title, scale: { domain: [0, 1] } };
  }
  return { field: 'value', type: 'quantitative', title: 'cost per row' };
}

function line(
  points: readonly ThresholdPoint[],
  field: 'value' | 'flagged',
  y: object,
  strokeDash: readonly number[],
): object {
  const values = thinnedCurve(points, axesOf('threshold', field), drawnPoints).map(
    (point, order) => ({
      threshold: point.threshold,
      [field]: point[field],
      order,
    }),
  );
  return {
    data: { values },
    // Each point holds down to the next lower threshold.
    mark: { type: 'line', color: ink.strong, interpolate: 'step-after', strokeDash },
    encoding: { y, order: { field: 'order' } },
  };
}

/** What is flagged at each threshold, and how much may be. */
function capacityLines(points: readonly ThresholdPoint[], share: number): object[] {
  const y = shareAxis('flagged', 'found (solid), decided positive (dashed)');
  return [
    line(points, 'flagged', y, [7, 3]),
    {
      data: { values: [{ share }] },
      mark: { type: 'rule', color: ink.middle, strokeDash: [2, 3] },
      encoding: {
        x: { value: 0 },
        x2: { value: squareField.width },
        y: { field: 'share', type: 'quantitative' },
      },
    },
  ];
}

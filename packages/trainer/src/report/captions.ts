import { metricNumber } from '../metrics/metric-number.ts';
import { positiveCount } from './score-levels.ts';
import type { BinaryReport } from './binary-report.ts';

interface Title {
  readonly text: string;
  readonly subtitle: readonly string[];
}

/** `ROC curve · original`, with what is shown of how many rows below it. */
export function caption(what: string, variant: string, ...subtitle: readonly string[]): Title {
  return { text: `${what} · ${variant}`, subtitle };
}

/** `test part, n = 2,000, of them 312 with claim_status = 1`. */
export function testRows({ test, target, classes }: BinaryReport): string {
  const [rows, positive] = [test.labels.length, positiveCount(test.labels)].map(wholeNumber);
  return `test part, n = ${rows ?? ''}, of them ${positive ?? ''} with ${target} = ${classes[1]}`;
}

/** `1,234`. */
export function wholeNumber(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 0 });
}

/** `0.5`, `0.1235`, `0.00003`: as a metric, without zeros behind. */
export function thresholdText(threshold: number): string {
  return String(Number(metricNumber(threshold)));
}

/** A metric as in the tables that `xgflow` prints; a dash for what is not known. */
export function rounded(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? '–' : metricNumber(value);
}

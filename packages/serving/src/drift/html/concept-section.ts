import type {
  CalibrationDrift,
  DriftReport,
  MetricDrift,
  MetricEstimate,
} from '../drift-report.ts';
import { columnTable } from './column-table.ts';
import { countText, escapeHtml, numberText, percentText, pValueText } from './text.ts';

/** What the labels tell: the target, a metric, the calibration. Empty without labels. */
export function conceptSection({
  target,
  metric,
  calibration,
  labelled,
  levels,
}: DriftReport): string {
  if (!labelled) return '';
  const sampled =
    labelled.sampled < labelled.rows
      ? `; the metric on a sample of ${countText(labelled.sampled)} of them`
      : '';
  return `<section><h2>Outcomes</h2>
<p>${countText(labelled.rows)} rows have a label${sampled}.</p>
${metric ? metricTable(metric) : ''}
${calibration ? calibrationTable(calibration) : ''}
${target ? `<h3>Target</h3>${columnTable([target], levels)}` : ''}
</section>`;
}

function metricTable({
  metric,
  direction,
  severity,
  reference,
  current,
  worse,
  adjustedPValue,
}: MetricDrift): string {
  const better = {
    maximize: 'higher is better',
    minimize: 'lower is better',
    'toward-one': 'nearer to 1 is better',
  }[direction];
  const change = `${percentText(Math.abs(worse))} ${worse > 0 ? 'worse' : 'better'}`;
  return `<h3>Metric</h3><table class="stack"><thead><tr><th>Metric</th><th>Status</th><th class="n">Reference</th><th class="n">Now</th><th class="n">Change</th><th class="n">p adjusted</th></tr></thead>
<tbody><tr><td class="name">${escapeHtml(metric)}<small>${better}</small></td><td data-label="Status"><span class="badge ${severity}">${severity}</span></td><td class="n" data-label="Reference">${estimate(reference)}</td><td class="n" data-label="Now">${estimate(current)}</td><td class="n" data-label="Change">${change}</td><td class="n" data-label="p adjusted">${pValueText(adjustedPValue)}</td></tr></tbody></table>`;
}

function estimate({ value, low, high }: MetricEstimate): string {
  const interval =
    low === null || high === null ? '' : `<small>${numberText(low)} – ${numberText(high)}</small>`;
  return `${numberText(value)}${interval}`;
}

function calibrationTable({
  severity,
  actualByExpected,
  adjustedPValue,
  bins,
}: CalibrationDrift): string {
  const rows = bins
    .filter(({ rows }) => rows > 0)
    .map(
      (bin) =>
        `<tr><td class="n" data-label="Mean prediction">${numberText(bin.predicted)}</td><td class="n" data-label="Came out in the reference">${numberText(bin.reference)}</td><td class="n" data-label="Came out now">${numberText(bin.current)}</td><td class="n" data-label="Rows now">${countText(bin.rows)}</td></tr>`,
    );
  return `<h3>Calibration</h3>
<p><span class="badge ${severity}">${severity}</span> Actual by expected <strong>${numberText(actualByExpected)}</strong>, where rows with the same prediction came out as in the reference is 1 (p adjusted ${pValueText(adjustedPValue)}).</p>
<details><summary>By bins of the prediction</summary><table class="stack"><thead><tr><th class="n">Mean prediction</th><th class="n">Came out in the reference</th><th class="n">Came out now</th><th class="n">Rows now</th></tr></thead><tbody>${rows.join('')}</tbody></table></details>`;
}

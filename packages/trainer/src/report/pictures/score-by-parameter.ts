import { nameLabels } from '../name-labels.ts';
import { amountLabels, logTicks } from '../number-axis.ts';
import { picture } from '../picture.ts';
import type { Picture } from '../picture.ts';
import type { SweepReport } from '../sweep-report.ts';
import { parameterRows } from '../tables/trials.ts';
import type { ParameterRow } from '../tables/trials.ts';
import { scoreAxis, scoreTitle, trialCount, variantNames } from '../trial-captions.ts';
import { variantScales } from './variant-scales.ts';

/** The score against each parameter, one small picture each; a slope says that the parameter matters. */
export function scoreByParameterPicture(report: SweepReport): Picture {
  return picture(
    `score-by-parameter${report.suffix}`,
    () => parameterRows(report.trials),
    (rows) => ({
      title: {
        text: `Score against each parameter · ${report.sweep}`,
        subtitle: [trialCount(report), `each point: one trial, ${scoreTitle(report)}`],
      },
      columns: 3,
      spacing: { row: 22, column: 26 },
      concat: [...new Set(rows.map(({ parameter }) => parameter))]
        .toSorted()
        .map((parameter, place) =>
          parameterView(
            report,
            parameter,
            rows.filter((row) => row.parameter === parameter),
            place % 3 === 0,
          ),
        ),
    }),
  );
}

function parameterView(
  report: SweepReport,
  parameter: string,
  rows: readonly ParameterRow[],
  firstOfLine: boolean,
): object {
  const scales = variantScales(variantNames(report.trials));
  const numeric = rows.every(({ value }) => typeof value === 'number');
  const numbers = rows.map(({ value }) => Number(value));
  const log = numeric && report.logarithmic.has(parameter);
  return {
    width: 210,
    height: 170,
    data: {
      values: rows.map((row) => ({ ...row, value: numeric ? row.value : String(row.value) })),
    },
    mark: { type: 'point', size: 30, opacity: 1, strokeOpacity: 0.75 },
    encoding: {
      x: {
        field: 'value',
        type: numeric ? 'quantitative' : 'nominal',
        title: log ? `${parameter} (log scale)` : parameter,
        ...(numeric
          ? { scale: log ? { type: 'log', nice: false, padding: 6 } : { zero: false, padding: 6 } }
          : {}),
        axis: {
          labelAngle: 0,
          ...(numeric ? amountLabels : {}),
          ...(log
            ? { values: logTicks(Math.min(...numbers), Math.max(...numbers), 5) }
            : { tickCount: 4 }),
        },
      },
      y: {
        field: 'score',
        type: 'quantitative',
        title: firstOfLine ? report.scoring : null,
        scale: { zero: false },
        axis: scoreAxis(report.trials),
      },
      shape: {
        field: 'variant',
        title: 'variant',
        scale: scales.shape,
        sort: null,
        legend: nameLabels,
      },
      color: {
        field: 'variant',
        title: 'variant',
        scale: scales.color,
        sort: null,
        legend: nameLabels,
      },
    },
  };
}

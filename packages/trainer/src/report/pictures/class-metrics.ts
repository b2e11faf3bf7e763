import { caption, wholeNumber } from '../captions.ts';
import type { MulticlassReport } from '../multiclass-report.ts';
import { picture } from '../picture.ts';
import type { Picture } from '../picture.ts';
import { classResults } from '../tables/class-results.ts';
import { nameLabels } from '../name-labels.ts';
import { amountLabels } from '../number-axis.ts';
import { ink } from '../theme.ts';

/** How well each class is recognised, with how many rows it has. */
export function classMetricsPicture(report: MulticlassReport): Picture {
  const { classes, target, test, variant } = report;
  return picture(
    'class-metrics',
    () => classResults(report),
    (results) => {
      const shares = ['precision', 'recall', 'f1'].map((field, place) =>
        bars(field, field === 'f1' ? 'F1' : field, {
          width: 150,
          first: place === 0 ? target : undefined,
          color: ink.strong,
          share: true,
        }),
      );
      return {
        title: caption(
          'Each class',
          variant,
          `test part, n = ${wholeNumber(test.labels.length)} · ${classes.length} classes, each against all others`,
        ),
        data: { values: results },
        spacing: 18,
        hconcat: [
          ...shares,
          bars('rows', 'rows', { width: 110, first: undefined, color: ink.faint, share: false }),
        ],
      };
    },
  );
}

function bars(
  field: string,
  title: string,
  look: { width: number; first: string | undefined; color: string; share: boolean },
): object {
  const x = {
    field,
    type: 'quantitative',
    title,
    axis: { tickCount: 3, ...(look.share ? { format: '.0%' } : amountLabels) },
    ...(look.share ? { scale: { domain: [0, 1] } } : {}),
  };
  const y = {
    field: 'class',
    type: 'nominal',
    sort: null,
    title: look.first ?? null,
    axis: look.first === undefined ? null : { ...nameLabels, ticks: false, labelPadding: 6 },
  };
  return {
    width: look.width,
    height: { step: 22 },
    mark: { type: 'bar', color: look.color },
    encoding: { x, y },
  };
}

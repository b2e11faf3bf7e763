import { caption, rounded, wholeNumber } from '../captions.ts';
import type { MulticlassReport } from '../multiclass-report.ts';
import { nameLabels } from '../name-labels.ts';
import { picture } from '../picture.ts';
import type { Picture } from '../picture.ts';
import { classCells } from '../tables/class-results.ts';
import { shades } from '../theme.ts';
import { cellText } from './cell-text.ts';

/** More classes than this leave no room for numbers in the cells. */
const mostWithText = 12;

/** Which class is taken for which; the shade is the share of the actual class. */
export function classConfusionPicture(report: MulticlassReport): Picture {
  const { classes, metrics, target, test, variant } = report;
  const scale = { domain: classes };
  const cell = Math.max(16, Math.min(84, 640 / classes.length));
  const axis = { ...nameLabels, ticks: false, domain: false, labelPadding: 8 };
  // A name that is wider than its cell is set at an angle, so that none is left out.
  const wide = classes.some((name) => 7.5 * name.length > cell);
  const across = { ...axis, labelAngle: wide ? -40 : 0, labelOverlap: false };
  const labelled = classes.length <= mostWithText;
  return picture(
    'confusion-matrix',
    () => classCells(report),
    (cells) => ({
      title: caption(
        'Confusion matrix',
        variant,
        `test part, n = ${wholeNumber(test.labels.length)} · decided: the likeliest of ${classes.length} classes`,
        `accuracy ${rounded(metrics.test_accuracy)} · macro F1 ${rounded(metrics.test_f1_macro)} · log loss ${rounded(metrics.test_log_loss)}`,
      ),
      width: cell * classes.length,
      height: cell * classes.length * 0.75,
      data: {
        values: cells.map((row) => ({
          ...row,
          share: Number.isFinite(row.share_of_actual) ? row.share_of_actual : 0,
        })),
      },
      encoding: {
        x: {
          field: 'predicted',
          type: 'nominal',
          title: `predicted ${target}`,
          axis: across,
          scale,
        },
        y: { field: 'actual', type: 'nominal', title: `actual ${target}`, axis, scale },
      },
      layer: [
        {
          mark: { type: 'rect', stroke: 'white', strokeWidth: labelled ? 3 : 1 },
          encoding: {
            color: {
              field: 'share',
              type: 'quantitative',
              title: ['share of the', 'actual class'],
              scale: { domain: [0, 1], range: shades },
              legend: { format: '.0%', gradientLength: 140 },
            },
          },
        },
        ...(labelled
          ? [
              cellText("isValid(datum.share_of_actual) ? format(datum.share, '.0%') : '–'", -7, 13),
              cellText("format(datum.rows, ',')", 9, 10),
            ]
          : []),
      ],
    }),
  );
}

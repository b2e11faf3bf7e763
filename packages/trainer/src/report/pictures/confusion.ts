import { caption, rounded, testRows, thresholdText } from '../captions.ts';
import { nameLabels } from '../name-labels.ts';
import { picture } from '../picture.ts';
import type { Picture } from '../picture.ts';
import { confusionCells } from '../tables/confusion.ts';
import { shades } from '../theme.ts';
import type { BinaryReport } from '../binary-report.ts';
import { cellText } from './cell-text.ts';

/** The four counts at the variant's threshold; the shade is the share of the actual class. */
export function confusionPicture(report: BinaryReport): Picture {
  const { target, classes, metrics, variant } = report;
  const axis = {
    ...nameLabels,
    labelAngle: 0,
    ticks: false,
    domain: false,
    labelFontSize: 13,
    labelPadding: 8,
  };
  const scale = { domain: classes };
  return picture(
    'confusion-matrix',
    () => confusionCells(report.test, classes, report.threshold),
    (cells) => ({
      title: caption(
        'Confusion matrix',
        variant,
        testRows(report),
        `positive above probability ${thresholdText(report.threshold)} · precision ${rounded(metrics.test_precision)} · recall ${rounded(metrics.test_recall)} · F1 ${rounded(metrics.test_f1)}`,
      ),
      width: 400,
      height: 300,
      data: {
        values: cells.map((cell) => ({
          ...cell,
          share: Number.isFinite(cell.share_of_actual) ? cell.share_of_actual : 0,
        })),
      },
      encoding: {
        x: { field: 'predicted', type: 'nominal', title: `predicted ${target}`, axis, scale },
        y: { field: 'actual', type: 'nominal', title: `actual ${target}`, axis, scale },
      },
      layer: [
        {
          mark: { type: 'rect', stroke: 'white', strokeWidth: 3 },
          encoding: {
            color: {
              field: 'share',
              type: 'quantitative',
              title: ['share of the', 'actual class'],
              scale: { domain: [0, 1], range: shades },
              legend: { format: '.0%', gradientLength: 200 },
            },
          },
        },
        cellText("format(datum.rows, ',') + ' rows'", -10, 18),
        cellText("isValid(datum.share_of_actual) ? format(datum.share, '.1%') : '–'", 14, 13),
      ],
    }),
  );
}

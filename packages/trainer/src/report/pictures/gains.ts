import { caption, testRows } from '../captions.ts';
import { picture } from '../picture.ts';
import type { Picture } from '../picture.ts';
import { positiveCount } from '../score-levels.ts';
import { gainPoints } from '../tables/gains.ts';
import type { GainPoint } from '../tables/gains.ts';
import { ink } from '../theme.ts';
import { thinnedCurve } from '../thinned.ts';
import type { BinaryReport } from '../binary-report.ts';
import { guide, shareAxis } from './axes.ts';
import { drawnPoints, tablePoints } from './limits.ts';

const size = { width: 340, height: 340 };

const axesOf = (...names: readonly ('rows_share' | 'gain' | 'lift')[]) =>
  names.map((name) => (point: GainPoint) => point[name]);

/** The rows with the highest score come in no order: any part of them is expected to have the lift of all. */
function fromTheStart(points: readonly GainPoint[]): GainPoint[] {
  const [, first] = points;
  return points.map((point) => ({ ...point, lift: point.lift ?? first?.lift ?? null }));
}

/** What is found when the rows are worked through from the highest score down: as a share, and against chance. */
export function gainsPicture(report: BinaryReport): Picture {
  const { labels } = report.test;
  const base = positiveCount(labels) / labels.length;
  const x = shareAxis('rows_share', 'share of all rows, highest scores first');
  return picture(
    'gain-and-lift',
    () => thinnedCurve(gainPoints(report.test), axesOf('rows_share', 'gain', 'lift'), tablePoints),
    (points) => {
      const line = (up: 'gain' | 'lift'): object => ({
        data: { values: thinnedCurve(fromTheStart(points), axesOf('rows_share', up), drawnPoints) },
        mark: { type: 'line', color: ink.strong },
      });
      return {
        title: caption(
          'Cumulative gain and lift',
          report.variant,
          testRows(report),
          'dashed: chance, and on the left also a perfect order',
        ),
        spacing: 30,
        hconcat: [
          {
            ...size,
            encoding: { x, y: shareAxis('gain', 'gain (positive rows found)') },
            layer: [
              guide(
                [
                  [0, 0],
                  [1, 1],
                ],
                'rows_share',
                'gain',
              ),
              guide(
                [
                  [0, 0],
                  [base, 1],
                  [1, 1],
                ],
                'rows_share',
                'gain',
              ),
              line('gain'),
            ],
          },
          {
            ...size,
            encoding: {
              x,
              y: {
                field: 'lift',
                type: 'quantitative',
                title: 'lift (times as many as chance)',
              },
            },
            layer: [
              guide(
                [
                  [0, 1],
                  [1, 1],
                ],
                'rows_share',
                'lift',
              ),
              line('lift'),
            ],
          },
        ],
      };
    },
  );
}

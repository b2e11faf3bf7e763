import { caption, testRows } from '../captions.ts';
import { picture } from '../picture.ts';
import type { Picture } from '../picture.ts';
import { positiveCount } from '../score-levels.ts';
import { gainPoints } from '../tables/gains.ts';
import { ink } from '../theme.ts';
import { thinned } from '../thinned.ts';
import type { BinaryReport } from '../binary-report.ts';
import { guide, shareAxis } from './axes.ts';
import { drawnPoints, tablePoints } from './limits.ts';

const size = { width: 340, height: 340 };

/** What is found when the rows are worked through from the highest score down: as a share, and against chance. */
export function gainsPicture(report: BinaryReport): Picture {
  const { labels } = report.test;
  const base = positiveCount(labels) / labels.length;
  const x = shareAxis('rows_share', 'share of all rows, highest scores first');
  return picture(
    'gain-and-lift',
    () => thinned(gainPoints(report.test), tablePoints),
    (points) => {
      const line = {
        data: { values: thinned(points, drawnPoints) },
        mark: { type: 'line', color: ink.strong },
      };
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
              line,
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
              { ...line, transform: [{ filter: 'datum.lift !== null' }] },
            ],
          },
        ],
      };
    },
  );
}

import { ink, nameLabels, shades } from '../../../report/index.ts';
import type { PictureSpec } from '../../../report/index.ts';
import type { ClassCell } from '../../findings.ts';
import { classNames } from './class-rates.ts';

/** More classes leave no room for numbers in the cells. */
const mostWithText = 10;

/** Which class is taken for which, each row as shares of its class. */
export function confusionPicture(cells: readonly ClassCell[], target: string): PictureSpec {
  const names = classNames(cells);
  const totals = Map.groupBy(cells, ({ actual }) => actual);
  const values = cells.map((cell) => {
    const all = (totals.get(cell.actual) ?? []).reduce((sum, { rows }) => sum + rows, 0);
    return { ...cell, share: all === 0 ? 0 : cell.rows / all };
  });
  const side = Math.max(14, Math.min(52, 330 / names.length));
  const axis = { ...nameLabels, ticks: false, domain: false, labelOverlap: false };
  const wide = names.some((name) => 7 * name.length > side);
  const scale = { domain: names };
  return {
    width: side * names.length,
    height: side * names.length * 0.8,
    data: { values },
    encoding: {
      x: {
        field: 'predicted',
        type: 'nominal',
        title: `taken for ${target}`,
        axis: { ...axis, labelAngle: wide ? -40 : 0 },
        scale,
      },
      y: { field: 'actual', type: 'nominal', title: `is ${target}`, axis, scale },
    },
    layer: [
      {
        mark: { type: 'rect', stroke: 'white', strokeWidth: names.length <= mostWithText ? 2 : 1 },
        encoding: {
          color: {
            field: 'share',
            type: 'quantitative',
            legend: null,
            scale: { domain: [0, 1], range: shades },
          },
        },
      },
      ...(names.length <= mostWithText ? [numbers] : []),
    ],
  };
}

const numbers = {
  transform: [{ calculate: "format(datum.share * 100, '.0f')", as: 'label' }],
  mark: { type: 'text', fontSize: 12 },
  encoding: {
    text: { field: 'label', type: 'nominal' },
    color: { condition: { test: 'datum.share >= 0.6', value: 'white' }, value: ink.strong },
  },
};

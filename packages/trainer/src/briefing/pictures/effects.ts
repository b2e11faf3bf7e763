import type { EffectRow, PictureSpec } from '../../report/index.ts';
import { ink, nameLabels, shades } from '../../report/index.ts';
import type { EffectScale } from '../words/effect-scale.ts';

type EffectAxis = (field: string) => object;

/** An axis that all layers of a picture share. @param values that it must hold, the neutral one apart */
function effectAxis(title: string, scale: EffectScale, values: readonly number[]): EffectAxis {
  const all = [scale.neutral, ...values];
  const look = scale.look(Math.min(...all), Math.max(...all));
  return (field) => ({ field, type: 'quantitative', title, ...look });
}

function noEffect(axis: EffectAxis, { neutral }: EffectScale): object {
  return {
    data: { values: [{ neutral }] },
    mark: { type: 'rule', color: ink.middle, strokeDash: [4, 3] },
    encoding: { x: axis('neutral') },
  };
}

/**
 * The features, strongest first, with a dot for each group of values: how it moves the predictions. A numeric
 * feature's dots go from light (low values) to dark (high ones); levels and missing values are hollow.
 */
export function effectSummary(effects: readonly EffectRow[], scale: EffectScale): PictureSpec {
  const groups = Map.groupBy(effects, ({ feature }) => feature);
  const values = effects
    .filter(({ mean }) => mean !== null)
    .map((row) => {
      const hollow = row.kind === 'categorical' || row.values === 'missing';
      const last = Math.max(1, (groups.get(row.feature)?.length ?? 1) - 1);
      return {
        feature: row.feature,
        effect: scale.of(row.mean ?? 0),
        rows: row.rows,
        fill: hollow ? -1 : row.place / last,
      };
    });
  const axis = effectAxis(
    scale.titles.summary,
    scale,
    values.map(({ effect }) => effect),
  );
  const x = axis('effect');
  const y = {
    field: 'feature',
    type: 'nominal',
    sort: [...groups.keys()],
    title: null,
    axis: { ...nameLabels, ticks: false, domain: false, grid: true },
  };
  const size = {
    field: 'rows',
    type: 'quantitative',
    legend: null,
    scale: { range: [25, 160], zero: true },
  };
  return {
    width: 230,
    height: { step: 24 },
    data: { values },
    layer: [
      noEffect(axis, scale),
      {
        transform: [{ filter: 'datum.fill >= 0' }],
        mark: { type: 'circle', opacity: 1, stroke: ink.strong, strokeWidth: 0.8 },
        encoding: {
          x,
          y,
          size,
          color: {
            field: 'fill',
            type: 'quantitative',
            legend: null,
            scale: { domain: [0, 1], range: shades },
          },
        },
      },
      {
        transform: [{ filter: 'datum.fill < 0' }],
        mark: { type: 'square', opacity: 1, fill: 'white', stroke: ink.strong, strokeWidth: 1.2 },
        encoding: { x, y, size },
      },
    ],
  };
}

/** One feature: each group of its values, its mean effect, and where the middle 80 % of its rows lie. */
export function effectPicture(effects: readonly EffectRow[], scale: EffectScale): PictureSpec {
  const values = effects
    .filter(({ mean }) => mean !== null)
    .map(({ values, mean, low, high }) => ({
      values,
      effect: scale.of(mean ?? 0),
      low: scale.of(low ?? 0),
      high: scale.of(high ?? 0),
    }));
  const axis = effectAxis(
    scale.titles.feature,
    scale,
    values.flatMap(({ low, effect, high }) => [low, effect, high]),
  );
  const y = {
    field: 'values',
    type: 'nominal',
    sort: null,
    title: null,
    axis: { ...nameLabels, ticks: false, domain: false },
  };
  return {
    width: 180,
    height: { step: 20 },
    data: { values },
    layer: [
      noEffect(axis, scale),
      {
        mark: { type: 'rule', color: ink.faint, strokeWidth: 5 },
        encoding: { y, x: axis('low'), x2: { field: 'high' } },
      },
      {
        mark: { type: 'circle', size: 60, color: ink.strong, opacity: 1 },
        encoding: { y, x: axis('effect') },
      },
    ],
  };
}

import { caption, wholeNumber } from '../captions.ts';
import type { FittedReport } from '../fitted-report.ts';
import { nameLabels } from '../name-labels.ts';
import { amountLabels } from '../number-axis.ts';
import { picture } from '../picture.ts';
import type { Picture } from '../picture.ts';
import { featureImportances } from '../tables/importance.ts';
import { ink } from '../theme.ts';

const shown = 20;

/** The features that move predictions most, with the gain of their splits beside it. */
export function importancePicture({ variant, gain, marginUnit, shap }: FittedReport): Picture {
  return picture(
    'feature-importance',
    () => featureImportances(gain, shap.meanAbs),
    (features) => {
      const used = features.filter((row) => row.gain > 0 || row.mean_abs_shap > 0);
      // A model without a split uses none; an empty picture would say less.
      const top = (used.length > 0 ? used : features).slice(0, shown);
      const bars = (field: string, title: string, color: string, axis: object | null): object => ({
        width: 260,
        height: { step: 19 },
        mark: { type: 'bar', color },
        encoding: {
          y: { field: 'feature', type: 'nominal', sort: null, title: null, axis },
          x: {
            field,
            type: 'quantitative',
            title,
            axis: { tickCount: 5, ...amountLabels },
          },
        },
      });
      return {
        title: caption(
          'Feature importance',
          variant,
          whichFeatures(top.length, used.length, features.length),
          `SHAP over the first n = ${wholeNumber(shap.rows)} rows of the test part · gain from training`,
        ),
        data: { values: top },
        spacing: 18,
        hconcat: [
          bars('mean_abs_shap', `mean |SHAP| (${marginUnit})`, ink.strong, {
            ...nameLabels,
            ticks: false,
            labelPadding: 6,
          }),
          bars('gain', 'gain (mean loss reduction of a split)', ink.faint, null),
        ],
      };
    },
  );
}

function whichFeatures(top: number, used: number, all: number): string {
  const counted = (number: number): string =>
    `${wholeNumber(number)} feature${number === 1 ? '' : 's'}`;
  if (used === 0) return `none of ${counted(all)} is used by the model`;
  if (top < used) return `${top} of ${counted(used)} that the model uses (of ${wholeNumber(all)})`;
  return used < all
    ? `the ${counted(used)} that the model uses, of ${wholeNumber(all)}`
    : `all ${counted(all)}`;
}

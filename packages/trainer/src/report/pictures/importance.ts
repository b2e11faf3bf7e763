import { caption, wholeNumber } from '../captions.ts';
import type { FittedReport } from '../fitted-report.ts';
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
      const top = features.slice(0, shown);
      const bars = (field: string, title: string, color: string, axis: object | null): object => ({
        width: 260,
        height: { step: 19 },
        mark: { type: 'bar', color },
        encoding: {
          y: { field: 'feature', type: 'nominal', sort: null, title: null, axis },
          x: { field, type: 'quantitative', title, axis: { tickCount: 5 } },
        },
      });
      return {
        title: caption(
          'Feature importance',
          variant,
          `the ${top.length} of ${features.length} features with the largest mean |SHAP|`,
          `SHAP over the first n = ${wholeNumber(shap.rows)} rows of the test part · gain from training`,
        ),
        data: { values: top },
        spacing: 18,
        hconcat: [
          bars('mean_abs_shap', `mean |SHAP| (${marginUnit})`, ink.strong, { ticks: false }),
          bars('gain', 'gain (mean loss reduction of a split)', ink.faint, null),
        ],
      };
    },
  );
}

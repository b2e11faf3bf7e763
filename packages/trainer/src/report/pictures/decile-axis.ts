import type { PredictedValues } from '../predicted-values.ts';

/** The tenths of the predictions, lowest first. */
export function decileAxis({ exposure }: PredictedValues): object {
  return {
    field: 'decile',
    type: 'ordinal',
    title: `decile of the prediction${exposure ? ' per unit of exposure' : ''}, lowest first`,
    axis: { labelAngle: 0 },
  };
}

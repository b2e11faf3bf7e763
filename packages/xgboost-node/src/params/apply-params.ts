import { call } from '../capi/index.ts';
import type { Pointer } from '../capi/index.ts';
import { serializeParams } from './serialize.ts';
import type { TrainParams } from './train-params.ts';

/** Sets parameters on a native booster. The library reads the values at the next round, not here. */
export function applyParams(
  booster: Pointer,
  params: TrainParams,
  featureNames?: readonly string[],
): void {
  for (const [name, text] of serializeParams(params, featureNames)) {
    call('XGBoosterSetParam', booster, name, text);
  }
}

import { call, handleOf } from '../capi/index.ts';
import type { Handle } from '../capi/index.ts';
import type { DMatrix } from '../dmatrix/dmatrix.ts';
import { updateWithObjective } from './gradients.ts';
import type { CustomObjective } from './train-options.ts';

/** Adds one round to a booster: by its own objective, or by the one that is given. */
export function updateRound(
  booster: Handle,
  data: DMatrix,
  round: number,
  objective: CustomObjective | undefined,
): void {
  if (objective !== undefined) updateWithObjective(booster, data, round, objective);
  else call('XGBoosterUpdateOneIter', booster.pointer, round, handleOf(data, 'DMatrix').pointer);
}

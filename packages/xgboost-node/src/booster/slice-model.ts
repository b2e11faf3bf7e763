import { Handle, call, outCell, pointerIn } from '../capi/index.ts';
import { InvalidArgumentError } from '../errors/invalid-argument-error.ts';
import { withCategoriesOf } from './keep-categories.ts';
import { boosterFromBytes, modelToBytes } from './model-bytes.ts';
import { schemaOf } from './model-schema.ts';

function checkRange([begin, end, step]: readonly [number, number, number], rounds: number): void {
  const whole = [begin, end, step].every((value) => Number.isSafeInteger(value) && value >= 0);
  const last = end === 0 ? rounds : end;
  // The library fails on a range that is no multiple of the step.
  if (whole && step > 0 && begin < last && last <= rounds && (last - begin) % step === 0) return;
  throw new InvalidArgumentError(
    `slice [${begin}, ${end}) step ${step} is not a range of the model's ${rounds} rounds; give 0 ≤ begin < end ≤ rounds and a step that divides the range`,
    'slice',
  );
}

/** A new native model of some rounds, which keeps the category levels. */
export function sliceModel(
  booster: Handle,
  range: readonly [begin: number, end: number, step: number],
  rounds: number,
): Handle {
  checkRange(range, rounds);
  const cell = outCell();
  call('XGBoosterSlice', booster.pointer, ...range, cell);
  const sliced = new Handle('Booster', pointerIn(cell));
  if (schemaOf(booster).categories.length === 0) return sliced;
  try {
    const bytes = withCategoriesOf(modelToBytes(booster, 'ubj'), modelToBytes(sliced, 'ubj'));
    return boosterFromBytes(bytes);
  } finally {
    sliced.dispose();
  }
}

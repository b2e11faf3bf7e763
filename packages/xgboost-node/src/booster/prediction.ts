import { copyCounts, copyFloats, countIn, outCell, pointerIn } from '../capi/index.ts';
import { InvalidArgumentError } from '../errors/invalid-argument-error.ts';

/** Numbers of the library's predict functions, for each output. */
const outputs = {
  value: 0,
  margin: 1,
  contributions: 2,
  approximateContributions: 3,
  interactions: 4,
  approximateInteractions: 5,
  leaf: 6,
} as const;

/** What to predict: `value` is after the link function, `margin` before it. */
export type Output = keyof typeof outputs;

/** A result, row by row. */
export interface Prediction {
  values: Float32Array;
  /** `[rows]`, `[rows, outputs]`, or for contributions `[rows, features + 1]` (the last is the bias). */
  shape: number[];
}

export interface PredictOptions {
  /** Default `value`. */
  output?: Output;
  /** Rounds `[begin, end)` to use; end 0 means to the last. Default all rounds, also after early stopping. */
  iterationRange?: readonly [begin: number, end: number];
  /** Always give the full number of dimensions. Default false. */
  strictShape?: boolean;
  /** Compare names and kinds of columns with the model's. The number is compared in any case. Default true. */
  validateFeatures?: boolean;
}

/** The options as the library reads them. @throws InvalidArgumentError for a range that is none. */
export function predictConfig(
  options: PredictOptions,
  training = false,
): Record<string, number | boolean> {
  const [begin, end] = options.iterationRange ?? [0, 0];
  const valid = [begin, end].every((round) => Number.isSafeInteger(round) && round >= 0);
  if (!valid || (end !== 0 && end <= begin)) {
    throw new InvalidArgumentError(
      `iterationRange [${begin}, ${end}] is not a range of rounds; give 0 ≤ begin < end, or end 0 for the last`,
      'iterationRange',
    );
  }
  return {
    type: outputs[options.output ?? 'value'],
    training,
    iteration_begin: begin,
    iteration_end: end,
    strict_shape: options.strictShape ?? false,
  };
}

/** The out parameters of a predict call. */
export interface PredictionCells {
  readonly shape: BigUint64Array;
  readonly dimensions: BigUint64Array;
  readonly values: BigUint64Array;
}

export function predictionCells(): PredictionCells {
  return { shape: outCell(), dimensions: outCell(), values: outCell() };
}

/** Copies the result, which the next call on the booster overwrites. */
export function readPrediction(cells: PredictionCells): Prediction {
  const shape = copyCounts(pointerIn(cells.shape), countIn(cells.dimensions));
  const length = shape.reduce((product, size) => product * size, 1);
  return { values: copyFloats(pointerIn(cells.values), length), shape };
}

import { locateValue } from './ubjson.ts';

const place = ['learner', 'gradient_booster', 'model', 'cats'];
/** dart wraps a gbtree. */
const dartPlace = ['learner', 'gradient_booster', 'gbtree', 'model', 'cats'];

function locate(model: Uint8Array): [number, number] | undefined {
  return locateValue(model, place) ?? locateValue(model, dartPlace);
}

/**
 * The UBJSON model `sliced` with the category levels of `whole`. libxgboost drops them when it
 * slices, and such a model reads the codes of any data as its own: other levels give wrong
 * predictions without a word. With the levels back the model equals one trained for fewer rounds.
 */
export function withCategoriesOf(whole: Uint8Array, sliced: Uint8Array): Uint8Array {
  const from = locate(whole);
  const to = locate(sliced);
  if (from === undefined || to === undefined) return sliced;
  return Buffer.concat([
    sliced.subarray(0, to[0]),
    whole.subarray(from[0], from[1]),
    sliced.subarray(to[1]),
  ]);
}

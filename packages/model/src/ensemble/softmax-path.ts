import { softmax } from './softmax.ts';

/** Gauss and Legendre's rule with eight points on [−1, 1]: Abramowitz and Stegun, 25.4.30. */
const HALF = [
  [0.1834346424956498, 0.362683783378362],
  [0.525532409916329, 0.3137066458778873],
  [0.7966664774136267, 0.2223810344533745],
  [0.9602898564975363, 0.1012285362903763],
] as const;
const POINTS = HALF.flatMap(([x, weight]) => [
  { x: -x, weight },
  { x, weight },
]);

/** Over this change of a margin the rule's error is below 1e−8. */
const PANEL = 4;

/** Means along a line of margins. */
export interface PathMeans {
  /** Of each class's probability. */
  readonly probability: Float64Array;
  /** Of its product with the probability of one class. */
  readonly product: Float64Array;
}

/**
 * Means of the softmax along the straight line between two vectors of margins: what its gradient
 * is there on average (Aumann and Shapley; "integrated gradients"). Of two classes that is the slope
 * between the ends.
 *
 * @see https://doi.org/10.48550/arXiv.1703.01365
 * @param of the class whose products are wanted
 */
export function softmaxPath(from: Float64Array, to: Float64Array, of: number): PathMeans {
  const change = to.map((margin, at) => margin - (from[at] ?? 0));
  const [least, most] = change.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
  const panels = Math.max(1, Math.ceil((most - least) / PANEL));
  const probability = new Float64Array(from.length);
  const product = new Float64Array(from.length);
  for (let panel = 0; panel < panels; panel++) {
    for (const { x, weight } of POINTS) {
      const t = (panel + (1 + x) / 2) / panels;
      const p = softmax(from.map((margin, at) => margin + t * (change[at] ?? 0)));
      const share = weight / (2 * panels);
      p.forEach((own, at) => {
        probability[at] = (probability[at] ?? 0) + share * own;
        product[at] = (product[at] ?? 0) + share * own * (p[of] ?? 0);
      });
    }
  }
  return { probability, product };
}

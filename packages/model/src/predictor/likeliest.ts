/** The class of the largest probability; of equal ones the first, as NumPy's `argmax`. */
export function likeliest(probabilities: Float32Array): number {
  return probabilities.reduce(
    (best, value, at) => (value > (probabilities[best] ?? 0) ? at : best),
    0,
  );
}

/** The probabilities of one row's margins, one per class. */
export function softmax(margins: Float64Array): Float64Array {
  const powers = powersOf(margins);
  const total = sumOf(powers);
  return powers.map((power) => power / total);
}

/** Their logs, finite where a probability is too small for a number. */
export function logSoftmax(margins: Float64Array): Float64Array {
  const total = largestOf(margins) + Math.log(sumOf(powersOf(margins)));
  return margins.map((margin) => margin - total);
}

function powersOf(margins: Float64Array): Float64Array {
  const largest = largestOf(margins);
  return margins.map((margin) => Math.exp(margin - largest));
}

function largestOf(margins: Float64Array): number {
  return margins.reduce((most, margin) => Math.max(most, margin), -Infinity);
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

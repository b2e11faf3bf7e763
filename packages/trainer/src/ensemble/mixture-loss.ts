/** What one row loses, as a function of the mixture of its members' numbers. */
export interface MixtureLoss {
  readonly value: (row: number, mixture: number) => number;
  readonly slope: (row: number, mixture: number) => number;
  /** Above or at 0: the second derivative, or what is expected of it where that may be negative. */
  readonly curvature: (row: number, mixture: number) => number;
}

const SMALLEST = 1e-15;
const above0 = (mixture: number): number => Math.max(mixture, SMALLEST);

/** Log loss; the mixture is of the probabilities that the members give to the row's own class. */
export const logLoss: MixtureLoss = {
  value: (_, mixture) => -Math.log(above0(mixture)),
  slope: (_, mixture) => -1 / above0(mixture),
  curvature: (_, mixture) => 1 / above0(mixture) ** 2,
};

/** Squared error. @param labels one per row */
export function squaredError(labels: ArrayLike<number>): MixtureLoss {
  return {
    value: (row, mixture) => (mixture - (labels[row] ?? 0)) ** 2,
    slope: (row, mixture) => 2 * (mixture - (labels[row] ?? 0)),
    curvature: () => 2,
  };
}

/**
 * Half the deviance of Tweedie's family, less what the mixture does not change: power 1 is Poisson's,
 * 2 is gamma's.
 *
 * @param labels one per row, not negative
 */
export function devianceLoss(labels: ArrayLike<number>, power: number): MixtureLoss {
  const part = (mixture: number, exponent: number): number =>
    exponent === 0 ? Math.log(mixture) : mixture ** exponent / exponent;
  return {
    value: (row, mixture) =>
      part(above0(mixture), 2 - power) - (labels[row] ?? 0) * part(above0(mixture), 1 - power),
    slope: (row, mixture) =>
      above0(mixture) ** (1 - power) - (labels[row] ?? 0) * above0(mixture) ** -power,
    curvature: (_, mixture) => above0(mixture) ** -power,
  };
}

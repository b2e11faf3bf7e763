/** A value that one trial can have. */
export type ParamValue = number | string | boolean;

/** How one parameter is drawn; bounds are inclusive. The same shapes as in the sweep file. */
export type Distribution =
  | { readonly int: readonly [low: number, high: number] }
  | { readonly uniform: readonly [low: number, high: number] }
  | { readonly log_uniform: readonly [low: number, high: number] }
  | { readonly choice: readonly ParamValue[] };

/** Parameters to search, by name. The order of the names has no effect. */
export type Space = Readonly<Record<string, Distribution>>;

/** One draw from a space. `index` counts from 0; parameters are in alphabetical order. */
export interface Trial {
  readonly index: number;
  readonly params: Readonly<Record<string, ParamValue>>;
}

/** What is wrong with a distribution and what to do about it; undefined if nothing is. */
export function distributionProblem(distribution: Distribution): string | undefined {
  if ('choice' in distribution) {
    return choiceProblem(distribution.choice);
  }
  const [kind, bounds] = Object.entries(distribution)[0] as [string, readonly [number, number]];
  const [low, high] = bounds;
  if (!Number.isFinite(low) || !Number.isFinite(high)) {
    return `${kind} [${low}, ${high}] has a bound that is not finite · give two numbers`;
  }
  if (low > high) {
    return `${kind} [${low}, ${high}] is reversed · write [${high}, ${low}]`;
  }
  if (kind === 'int' && !(Number.isSafeInteger(low) && Number.isSafeInteger(high))) {
    return `int [${low}, ${high}] has a bound that is no integer · use uniform, or whole numbers`;
  }
  if (kind === 'log_uniform' && low <= 0) {
    return `log_uniform [${low}, ${high}] starts at ${low}, which has no logarithm · start above 0`;
  }
  if (!Number.isFinite(kind === 'log_uniform' ? high / low : high - low)) {
    return `${kind} [${low}, ${high}] is too wide for 64-bit numbers · move the bounds together`;
  }
  return undefined;
}

/** How many different values the distribution has; Infinity for continuous ones (unless both bounds are equal). */
function distinctValues(distribution: Distribution): number {
  if ('choice' in distribution) {
    return distribution.choice.length;
  }
  if ('int' in distribution) {
    const [low, high] = distribution.int;
    return high - low + 1;
  }
  const [low, high] = 'uniform' in distribution ? distribution.uniform : distribution.log_uniform;
  return low === high ? 1 : Infinity;
}

/** How many different trials the space has; 1 if it is empty. */
export function spaceSize(space: Space): number {
  return Object.values(space).reduce(
    (size, distribution) => size * distinctValues(distribution),
    1,
  );
}

function choiceProblem(choice: readonly ParamValue[]): string | undefined {
  if (choice.length === 0) {
    return 'choice is empty · list at least one value';
  }
  const repeated = choice.find((value, place) => choice.indexOf(value) !== place);
  return repeated === undefined
    ? undefined
    : `choice lists ${String(repeated)} twice · list each value once`;
}

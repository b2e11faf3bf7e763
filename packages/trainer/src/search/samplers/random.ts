import { valueAt } from '../draw.ts';
import type { Space, Trial } from '../space.ts';
import { spaceSize } from '../space.ts';
import { uniformHash } from '../uniform-hash.ts';

/**
 * How often a trial that repeats an earlier one is drawn again before the search ends. In a space of k points the
 * last new one is missed k · 50 times in a row with probability e⁻⁵⁰.
 */
function maxAttempts(size: number): number {
  return 1000 + (Number.isFinite(size) ? 50 * size : 0);
}

/**
 * Draws trial `index` of a random search. A pure function: the value of parameter p is taken at
 * `uniformHash("seed/index/attempt/p")`, so it depends on neither the other trials nor the other parameters. Two
 * spaces that differ in one parameter share the draws of all the others.
 *
 * @param attempt counts up from 0 while the draw repeats an earlier trial
 */
export function drawTrial(space: Space, seed: number, index: number, attempt = 0): Trial {
  const params = Object.keys(space)
    .sort()
    .flatMap((name) => {
      const distribution = space[name];
      const key = [seed, index, attempt, name].join('/');
      return distribution ? [[name, valueAt(distribution, uniformHash(key))] as const] : [];
    });
  return { index, params: Object.fromEntries(params) };
}

/**
 * The trials 0 … n − 1 of a random search, all different: a repeated draw is drawn again. The first k trials are the
 * same whatever the number of trials. A space with fewer than `trials` different points gives fewer trials: compare
 * the length of the result with `trials`.
 *
 * @param trials how many to draw
 * @param seed any integer
 */
export function randomSearch(
  space: Space,
  { trials, seed }: { trials: number; seed: number },
): Trial[] {
  const size = spaceSize(space);
  const wanted = Math.min(trials, size);
  const drawn: Trial[] = [];
  const seen = new Set<string>();
  for (let index = 0; index < wanted; index++) {
    const trial = drawNew(space, { seed, index, seen, attempts: maxAttempts(size) });
    if (!trial) {
      break;
    }
    drawn.push(trial);
  }
  return drawn;
}

interface NewDraw {
  readonly seed: number;
  readonly index: number;
  /** Identities of the trials so far; the new one is added. */
  readonly seen: Set<string>;
  readonly attempts: number;
}

function drawNew(space: Space, { seed, index, seen, attempts }: NewDraw): Trial | undefined {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const trial = drawTrial(space, seed, index, attempt);
    const identity = JSON.stringify(trial.params);
    if (!seen.has(identity)) {
      seen.add(identity);
      return trial;
    }
  }
  return undefined;
}

import { faults } from './fault-proxy.ts';
import type { Fault } from './fault-proxy.ts';
import { randomNumbers } from './random-numbers.ts';

/** One spoiled request of a sweep, and how. */
export interface Cut {
  /** As `kindOf` gives it. */
  readonly kind: string;
  /** Which of its kind, from 1. */
  readonly nth: number;
  readonly fault: Fault;
}

/**
 * Verb and path of a request without what differs from one sweep to the next: ids of runs, models and experiments, and
 * the digests of ids under which a gate's report lies.
 */
export function kindOf(request: string): string {
  return request.replaceAll(/\/(?:(?:m-)?[0-9a-f]{32}|[0-9a-f]{16}|\d+)(?=\/|$)/g, '/<id>');
}

/** Every request with every fault. @param seen verbs and paths of an undisturbed sweep */
export function allCuts(seen: readonly string[]): Cut[] {
  const count = counter();
  return seen.flatMap((request) => {
    const kind = kindOf(request);
    const nth = count(kind);
    return faults.map((fault) => ({ kind, nth, fault }));
  });
}

/** How often a kind was counted, this time included. */
export function counter(): (kind: string) => number {
  const counts = new Map<string, number>();
  return (kind) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count;
  };
}

/** The cuts in an order that a seed gives. */
export function shuffled(cuts: readonly Cut[], seed: number): Cut[] {
  const random = randomNumbers(seed);
  return cuts
    .map((cut) => ({ cut, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ cut }) => cut);
}

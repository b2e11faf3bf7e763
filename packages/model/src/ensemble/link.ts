import { hasLogLink, predictionKind } from '../mlmodel/objective.ts';

/** How a booster's prediction follows from its margin. */
export type Link = 'logistic' | 'log' | 'identity';

const identities: ReadonlySet<string> = new Set([
  'reg:squarederror',
  'reg:absoluteerror',
  'reg:pseudohubererror',
  'reg:quantileerror',
  'reg:squaredlogerror',
]);

/** The link of an objective with one number per row; undefined for others. */
export function linkOf(objective: string): Link | undefined {
  if (predictionKind(objective) === 'binary') return 'logistic';
  if (hasLogLink(objective)) return 'log';
  return identities.has(objective) ? 'identity' : undefined;
}

/** The prediction of a margin. */
export function ofMargin(link: Link, margin: number): number {
  if (link === 'logistic') return 1 / (1 + Math.exp(-margin));
  return link === 'log' ? Math.exp(margin) : margin;
}

import { hasLogLink } from '../mlmodel/objective.ts';

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
  if (objective === 'binary:logistic') return 'logistic';
  if (hasLogLink(objective)) return 'log';
  return identities.has(objective) ? 'identity' : undefined;
}

/** The prediction of a margin. */
export function ofMargin(link: Link, margin: number): number {
  if (link === 'logistic') return 1 / (1 + Math.exp(-margin));
  return link === 'log' ? Math.exp(margin) : margin;
}

/** Nearer to 0 and 1 a float32 probability says nothing. */
const LEAST = 1e-7;

/** The margin of a prediction; of a probability kept within [1e−7, 1 − 1e−7]. */
export function toMargin(link: Link, value: number): number {
  if (link === 'logistic') {
    const p = Math.min(Math.max(value, LEAST), 1 - LEAST);
    return Math.log(p / (1 - p));
  }
  return link === 'log' ? Math.log(value) : value;
}

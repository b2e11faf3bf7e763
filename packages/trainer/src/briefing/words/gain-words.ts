import { directionOf } from '../../metrics/index.ts';
import type { MetricName } from '../../metrics/index.ts';
import { html } from '../page/html.ts';
import type { Html } from '../page/html.ts';
import type { PairedGain } from '../standings.ts';
import { measured, measures } from './measures.ts';
import { decimals } from './numbers.ts';

/** A difference of a metric: `0.012`, `−0.003`, `1.23 points`, `120`. Above 0 is better. */
export function gainText(metric: MetricName, gain: number): string {
  const sign = gain < 0 ? '−' : '';
  const size = Math.abs(gain);
  // The distance from 1 of a ratio has no unit that people know.
  if (directionOf(metric) === 'toward-one') return `${sign}${decimals(size)}`;
  if (measures[metric].kind === 'share') return `${sign}${(size * 100).toFixed(2)} points`;
  return `${sign}${measured(metric, size)}`;
}

/** A difference with its interval below it. */
export function gainRange(metric: MetricName, { gain, low, high }: PairedGain): Html {
  return html`${gainText(metric, gain)}<br /><small>${boundsText(metric, low, high)}</small>`;
}

/** `0.4 points worse than gamma (95 % interval 0.1 to 0.7)`, or better. */
export function gainWords(
  metric: MetricName,
  { gain, low, high }: PairedGain,
  than: string,
): string {
  const [word, sign] = gain < 0 ? (['worse', -1] as const) : (['better', 1] as const);
  const bounds = sign > 0 ? boundsText(metric, low, high) : boundsText(metric, -high, -low);
  return `${gainText(metric, sign * gain)} ${word} than ${than} (95 % interval ${bounds})`;
}

function boundsText(metric: MetricName, low: number, high: number): string {
  const [from, to] = [low, high].map((bound) => gainText(metric, bound).replace(' points', ''));
  return `${from ?? ''} to ${to ?? ''}`;
}

import { percent, points, shown, signed } from './numbers.ts';
import type { Explanation, Schema } from './server-answers.ts';

type Kind = Pick<Schema, 'kind'>;
type Said = Pick<Explanation, 'label' | 'prediction'>;

/** The prediction in a few words; of several classes with the one it is of. */
export function predictionText({ kind }: Kind, { label, prediction }: Said): string {
  if (kind === 'value') return shown(prediction);
  return kind === 'multiclass' ? `${label} ${percent(prediction)}` : percent(prediction);
}

/** How a prediction differs from an earlier one: by how much, or that it is of another class. */
export function changeText({ kind }: Kind, before: Said, now: Said): string {
  if (isOfAnotherClass({ kind }, before, now)) return 'another class';
  const change = now.prediction - before.prediction;
  return kind === 'value' ? signed(change) : points(change);
}

/** Whether two predictions are the likelihoods of two classes, which have no difference. */
export function isOfAnotherClass({ kind }: Kind, before: Said, now: Said): boolean {
  return kind === 'multiclass' && before.label !== now.label;
}

import { barePoints, percent, shown, signed } from './numbers.ts';
import type { Explanation, Schema } from './server-answers.ts';

/** How reasons are said. */
export interface ReasonScale {
  /** What their numbers are. */
  readonly hint: string;
  readonly sum: (value: number) => string;
  readonly change: (value: number) => string;
}

const plain = { sum: shown, change: signed };
const probability = { sum: percent, change: barePoints };

const scales: Readonly<
  Record<Explanation['scale'], Readonly<Record<Schema['kind'], ReasonScale>>>
> = {
  margin: {
    binary: {
      ...plain,
      hint: 'In log-odds: what is above 0 speaks for the class, what is below against it.',
    },
    multiclass: { ...plain, hint: 'What speaks for the likeliest class, and against it.' },
    value: { ...plain, hint: "In the model's own unit, before its link." },
  },
  prediction: {
    binary: { ...probability, hint: 'In points of the probability.' },
    multiclass: { ...probability, hint: 'In points of the probability of the likeliest class.' },
    value: { ...plain, hint: "In the target's own unit." },
  },
};

/** The scale of a model's reasons. */
export function reasonScale({ kind }: Schema, { scale }: Explanation): ReasonScale {
  return scales[scale][kind];
}

import { MadeUpReference, usualColumns } from './made-up.ts';
import { Draws } from './random.ts';

/** How often fresh rows of the same distribution raise an alarm, and which columns it was. */
export function alarms(options: {
  readonly rows: number;
  /** Rows of a reference, and how many references share the looks. */
  readonly reference: number;
  readonly references: number;
  readonly looks: number;
  readonly seed?: number;
}): { readonly count: number; readonly blamed: string[] } {
  const { rows, reference, references, looks, seed = 1 } = options;
  const draws = new Draws(seed);
  const blamed: string[] = [];
  let count = 0;
  for (let made = 0; made < references; made++) {
    const profile = new MadeUpReference(usualColumns, reference, draws);
    for (let look = 0; look < looks / references; look++) {
      const { status, columns } = profile.look(rows, draws);
      if (status !== 'ok') count++;
      blamed.push(...columns.filter((c) => c.severity !== 'ok').map(({ name }) => name));
    }
  }
  return { count, blamed };
}

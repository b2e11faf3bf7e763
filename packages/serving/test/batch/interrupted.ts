import type { ScoreTableOptions } from '../../src/batch/score-options.ts';

/** 1000 rows, some with a bad cell and some ragged. */
export const text = `n,k,note\n${Array.from({ length: 1000 }, (_, row) =>
  row % 97 === 5
    ? 'bad,a,x'
    : row % 89 === 7
      ? '1,a'
      : `${row % 41},${row % 3 ? 'a' : 'ü'},"n ""${row}"""`,
).join('\n')}\n`;

/** Ends a scoring from outside after some batches. */
export function stopAfter(batches: number): Pick<ScoreTableOptions, 'onProgress' | 'signal'> {
  const controller = new AbortController();
  let seen = 0;
  return {
    signal: controller.signal,
    onProgress: () => {
      seen += 1;
      if (seen === batches) controller.abort(new Error('stopped'));
    },
  };
}

/** Many checkpoints on the way. */
export const common = { batchRows: 50, keep: ['note'], checkpointMs: 0 } as const;

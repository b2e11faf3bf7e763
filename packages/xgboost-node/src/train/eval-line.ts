/** One score of one eval set in one round. */
export interface Score {
  /** Position of the eval set. */
  index: number;
  metric: string;
  value: number;
}

/** A number as C++ streams write it, `nan` and `inf` included. */
function parseScore(text: string): number {
  if (/^[+-]?nan/i.test(text)) return NaN;
  const infinite = /^([+-]?)inf/i.exec(text);
  if (infinite !== null) return infinite[1] === '-' ? -Infinity : Infinity;
  return Number(text);
}

/**
 * Reads the library's line of scores, `[7]\t0-ndcg@32:0.5\t1-ndcg@32:0.4`, for eval sets that were
 * given to it under their positions as names, so that users' names may hold any character.
 */
export function parseEvalLine(line: string): Score[] {
  return line
    .split('\t')
    .slice(1)
    .map((token) => {
      const dash = token.indexOf('-');
      const colon = token.lastIndexOf(':');
      return {
        index: Number(token.slice(0, dash)),
        metric: token.slice(dash + 1, colon),
        value: parseScore(token.slice(colon + 1)),
      };
    });
}

import type { Bin } from './bins.ts';

/** W. G. Cochran, Some methods for strengthening the common χ² tests (1954): expect at least five. */
const fewestExpected = 5;

/** Counts of two samples over the same bins. */
export interface PooledCounts {
  readonly reference: readonly number[];
  readonly current: readonly number[];
}

interface Group {
  readonly reference: number;
  readonly current: number;
}

/**
 * Joins bins until each may be expected to hold five rows of the smaller sample: neighbouring ranges with
 * each other, rare levels together, and what is still too rare with the rarest bin left. Decided by the
 * reference's shares alone, so the current data does not choose how it is tested.
 */
export function poolBins(bins: readonly Bin[]): PooledCounts {
  const rows = (side: 'reference' | 'current'): number =>
    bins.reduce((sum, bin) => sum + bin[side], 0);
  const smaller = Math.min(rows('reference'), rows('current'));
  const expected = ({ reference }: Group): number => (reference / rows('reference')) * smaller;
  const isFilled = (group: Group): boolean => expected(group) >= fewestExpected;

  const ranges = joinNeighbours(
    bins.filter(({ kind }) => kind === 'range'),
    isFilled,
  );
  const others = bins.filter(({ kind }) => kind !== 'range');
  const kept = [...ranges, ...others.filter(isFilled)];
  const rare = others.filter((bin) => !isFilled(bin)).reduce<Group>(join, nothing);
  const groups = isFilled(rare) ? [...kept, rare] : joinToRarest(kept, rare);
  return {
    reference: groups.map(({ reference }) => reference),
    current: groups.map(({ current }) => current),
  };
}

const nothing: Group = { reference: 0, current: 0 };

function join(a: Group, b: Group): Group {
  return { reference: a.reference + b.reference, current: a.current + b.current };
}

/** From left to right; what is left over goes to the last group. */
function joinNeighbours(ranges: readonly Group[], isFilled: (group: Group) => boolean): Group[] {
  const groups: Group[] = [];
  let open = nothing;
  for (const range of ranges) {
    open = join(open, range);
    if (!isFilled(open)) continue;
    groups.push(open);
    open = nothing;
  }
  const last = groups.pop();
  return last ? [...groups, join(last, open)] : [open];
}

function joinToRarest(groups: readonly Group[], rare: Group): Group[] {
  const rarest = groups.reduce<Group | undefined>(
    (least, group) => (least && least.reference <= group.reference ? least : group),
    undefined,
  );
  return [...groups.filter((group) => group !== rarest), join(rarest ?? nothing, rare)];
}

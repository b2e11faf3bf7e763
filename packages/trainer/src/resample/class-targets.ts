import { ResampleError } from './resample-error.ts';
import type { ResampleSettings } from './settings.ts';

/** What a class is called in a message, by its code. */
type ClassName = (code: number) => string | number;

/**
 * What a method does to each class that it touches, in ascending order of the code: rows to add
 * (over-sampling), or rows to keep (under-sampling). Classes that stay as they are, are absent. Equal to
 * imbalanced-learn's `check_sampling_strategy`, for `auto` and for a ratio.
 *
 * @param sizes rows of each class, by code, in ascending order of the code
 * @param nameOf what messages call a class. Default: its code
 * @throws {ResampleError} for a ratio of more than two classes, one that is already passed, or fewer rows than
 *   SMOTE's neighbours.
 */
export function classTargets(
  sizes: ReadonlyMap<number, number>,
  settings: ResampleSettings,
  nameOf: ClassName = String,
): Map<number, number> {
  if (settings.ratio !== 'auto' && sizes.size !== 2) {
    throw new ResampleError(
      'ratio',
      settings.ratio,
      `ratio ${settings.ratio} is for two classes, and the target has ${sizes.size} · resample.ratio · leave it out: all classes become equally large`,
    );
  }
  return settings.method === 'random_under'
    ? toKeep(sizes, settings.ratio)
    : toAdd(sizes, settings, nameOf);
}

function toAdd(
  sizes: ReadonlyMap<number, number>,
  { method, neighbors, ratio }: ResampleSettings,
  nameOf: ClassName,
): Map<number, number> {
  // The first of several largest ones, as Python's max() takes it.
  const largest = Math.max(...sizes.values());
  const majority = [...sizes].find(([, size]) => size === largest)?.[0];
  const share = ratio === 'auto' ? 1 : ratio;
  const added = [...sizes]
    .filter(([code]) => code !== majority)
    .map(([code, size]) => [code, Math.trunc(largest * share - size)] as const);
  for (const [code, rows] of added) {
    const size = sizes.get(code) ?? 0;
    if (ratio !== 'auto' && rows <= 0) throw passed(ratio, { code, size, other: largest });
    if (rows > 0 && method !== 'random_over' && size <= neighbors) {
      throw new ResampleError(
        'neighbors',
        neighbors,
        `${neighbors} neighbours, but only ${size} rows of class ${nameOf(code)} to train on · resample.neighbors · give fewer, or use random_over`,
      );
    }
  }
  return new Map(added.filter(([, rows]) => rows > 0 || method === 'random_over'));
}

function toKeep(sizes: ReadonlyMap<number, number>, ratio: number | 'auto'): Map<number, number> {
  const smallest = Math.min(...sizes.values());
  const minority = [...sizes].find(([, size]) => size === smallest)?.[0];
  const share = ratio === 'auto' ? 1 : ratio;
  const kept = [...sizes]
    .filter(([code]) => code !== minority)
    .map(([code, size]) => ({ code, size, rows: Math.trunc(smallest / share) }));
  const beyond = kept.find(({ rows, size }) => rows > size);
  if (beyond) throw passed(share, { ...beyond, other: smallest, under: true });
  return new Map(kept.map(({ code, rows }) => [code, rows]));
}

function passed(
  ratio: number,
  { size, other, under = false }: { code: number; size: number; other: number; under?: boolean },
): ResampleError {
  const now = under ? other / size : size / other;
  return new ResampleError(
    'ratio',
    ratio,
    `ratio ${ratio} is there already: the training part has ${now.toFixed(4)} rows of the smaller class for each of the larger · resample.ratio · give more than that, at most 1, or leave it out`,
  );
}

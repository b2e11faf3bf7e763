import type { ResolvedVariant } from '../../config/index.ts';
import type { EnsembleMethod } from '../../ensemble/index.ts';
import type { Distribution } from '../../search/index.ts';
import { listOf } from './numbers.ts';
import { parameterWords } from './parameter-words.ts';

/** What a variant does otherwise than the first one, in plain words, one phrase a change. */
export function changesOf(variant: ResolvedVariant, first: ResolvedVariant): string[] {
  const keys = [...new Set([...Object.keys(first), ...Object.keys(variant)])];
  return keys.flatMap((section) => {
    const now = (variant as unknown as Sections)[section];
    const then = (first as unknown as Sections)[section];
    if (same(now, then)) return [];
    if (!isSection(now) || !isSection(then)) return [change(section, now, then)];
    const names = [...new Set([...Object.keys(then), ...Object.keys(now)])];
    return names
      .filter((name) => !same(now[name], then[name]))
      .map((name) => phrase(section, name, now[name], then[name]));
  });
}

/** `the average of a and b`. */
export function ensembleWords(method: EnsembleMethod, members: readonly string[]): string {
  const made: Readonly<Record<EnsembleMethod, string>> = {
    average: 'the average',
    weighted: 'a weighted average',
    stacked: 'a small model on top',
  };
  return `${made[method]} of ${listOf(members)}`;
}

type Sections = Readonly<Record<string, unknown>>;

const settings: Readonly<Record<string, string>> = {
  'split.test_size': 'share of the rows kept for the test',
  'split.seed': 'seed of the split',
  'search.trials': 'trials',
  'search.folds': 'folds of the cross-validation',
  'search.scoring': 'what trials are judged by',
  'search.seed': 'seed of the draws',
  'search.early_stopping': 'when a fit ends early',
};

function phrase(section: string, name: string, now: unknown, then: unknown): string {
  if (section === 'split' && name === 'stratify') {
    return now === true
      ? 'both parts keep the shares of the classes'
      : 'rows are divided without regard to the classes';
  }
  const drawn = section === 'space' || section === 'params';
  const words = drawn
    ? parameterWords(name)
    : (settings[`${section}.${name}`] ?? `${section}.${name}`);
  return change(words, now, then);
}

function change(words: string, now: unknown, then: unknown): string {
  if (now === undefined) return `without ${words}`;
  if (then === undefined) return `also ${words}: ${valueWords(now)}`;
  return `${words}: ${valueWords(now)} instead of ${valueWords(then)}`;
}

/** `1 to 5`, `0 to 1`, `one of 1, 3, 5`, or the value itself. */
function valueWords(value: unknown): string {
  if (!isSection(value)) return typeof value === 'string' ? value : JSON.stringify(value);
  const distribution = value as Partial<Record<string, readonly unknown[]>>;
  const { choice, int, uniform, log_uniform: log } = distribution;
  const bounds = int ?? uniform ?? log;
  if (Array.isArray(bounds))
    return `${bounds.map(String).join(' to ')}${log ? ' (log scale)' : ''}`;
  if (Array.isArray(choice)) return `one of ${choice.map(String).join(', ')}`;
  return Object.entries(value)
    .map(([key, part]) => `${key} ${valueWords(part)}`)
    .join(', ');
}

/** The parameters that a variant draws, in plain words. */
export function spaceWords(space: Readonly<Record<string, Distribution>>): string[] {
  return Object.entries(space).map(
    ([name, value]) => `${parameterWords(name)}: ${valueWords(value)}`,
  );
}

function isSection(value: unknown): value is Sections {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

import type { Group } from '../case.ts';
import type { Entry } from '../measure/interleave.ts';
import { leastOf } from '../measure/sample.ts';
import { markdownTable } from './markdown-table.ts';
import { numberText } from './number-text.ts';

/** One line a contender: the least of its samples, and how many times ours it is. */
export function groupTable({ entries, items }: Group): string {
  const ours = entries.find(({ side }) => side === 'ours');
  const base = ours && leastOf(ours.samples);
  const hasMemory = entries.some(({ samples }) => leastOf(samples).peakRssMiB !== undefined);
  const titles = [
    '',
    'wall, s',
    'CPU, s',
    ...(hasMemory ? ['peak memory, MiB'] : []),
    ...(items ? [`${items.unit} a second`] : []),
    'wall, × ours',
    'CPU, × ours',
  ];
  const row = ({ name, side, samples }: Entry): string[] => {
    const { wallSeconds, cpuSeconds, peakRssMiB = NaN } = leastOf(samples);
    const times = (value: number, our: number | undefined): string =>
      side === 'ours' ? '1' : numberText(value / (our ?? NaN));
    return [
      side === 'ours' ? `**${name}**` : name,
      numberText(wallSeconds),
      numberText(cpuSeconds),
      ...(hasMemory ? [numberText(peakRssMiB)] : []),
      ...(items ? [numberText(items.count / wallSeconds)] : []),
      times(wallSeconds, base?.wallSeconds),
      times(cpuSeconds, base?.cpuSeconds),
    ];
  };
  return markdownTable(titles, entries.map(row));
}

import path from 'node:path';
import type { Case, Group } from '../case.ts';
import { interleave } from '../measure/interleave.ts';
import type { Contender } from '../measure/interleave.ts';
import { least } from '../measure/least.ts';
import { measured } from '../measure/measured-process.ts';
import type { Command } from '../measure/measured-process.ts';
import { leastOf } from '../measure/sample.ts';
import type { Sample } from '../measure/sample.ts';
import { atMost } from '../measure/verdict.ts';
import { claims, program, python } from '../paths.ts';
import { writeRepeatedTable } from './repeated-table.ts';
import { writeSweepJson } from './sweep-json.ts';

const OURS = 'xgflow readCsv';
const PARSE = 'csv-parse alone';
/** A row of the finished table: 19 numbers of 8 bytes and 20 codes of 4. */
const TABLE_BYTES = 19 * 8 + 20 * 4;

/** Times of the reading alone, as the program itself took them; the peak of memory is the process's. */
async function readingOf(command: Command): Promise<Sample> {
  const { stdout, sample } = await measured(command);
  const peak = sample.peakRssMiB;
  return {
    ...(JSON.parse(stdout) as Sample),
    ...(peak === undefined ? {} : { peakRssMiB: peak }),
  };
}

function contendersFor(file: string, config: string): Contender[] {
  const node = (name: string): Command => ({
    program: process.execPath,
    args: [program(name), file, config],
  });
  return [
    { name: OURS, side: 'ours', measure: () => readingOf(node('read-table.ts')) },
    { name: PARSE, side: 'reference', measure: () => readingOf(node('parse-only.ts')) },
    {
      name: 'pandas read_csv',
      side: 'peer',
      measure: () => readingOf({ program: python, args: [program('read_table.py'), file, config] }),
    },
  ];
}

export const csv: Case = {
  name: 'csv',
  title: 'CSV to a typed table',
  about:
    'The reading alone, without the start of the process and its imports; the peak of memory is the whole process’s. Ours and pandas end with numbers and ' +
    'categories (20 of 41 columns); csv-parse alone splits the cells with the same options and drops them, so it is the floor of a reader built on it.',
  async run({ pairs, quick, scratch, log }) {
    const config = await writeSweepJson(scratch);
    // Half of them too are whole tables of 10,000.
    const rows = quick ? 40_000 : 500_000;
    const large = path.join(scratch, 'large.csv');
    await writeRepeatedTable(large, rows);
    const groups: Group[] = [];
    for (const [count, file] of [
      [10_000, claims],
      [rows, large],
    ] as const) {
      const entries = await interleave(contendersFor(file, config), pairs, log);
      groups.push({
        title: `${count.toLocaleString('en')} rows`,
        entries,
        items: { count, unit: 'rows' },
      });
    }
    const half = path.join(scratch, 'half.csv');
    await writeRepeatedTable(half, rows / 2);
    const halfway = await interleave(contendersFor(half, config).slice(0, 1), pairs, log);
    const [small, big] = groups.map(({ entries }) => entries);
    const times = (entries = small ?? []): number =>
      least(entries, OURS, 'cpuSeconds') / least(entries, PARSE, 'cpuSeconds');
    const goal = 'CPU-seconds of csv-parse alone';
    return {
      groups,
      verdicts: [
        atMost(`${goal}, 10,000 rows: at most 1.3 ×`, times(small), 1.3, '×'),
        atMost(`${goal}, ${rows.toLocaleString('en')} rows: at most 1.3 ×`, times(big), 1.3, '×'),
        atMost(
          `Memory, from ${(rows / 2).toLocaleString('en')} rows on: each further one costs at most 1.3 × its ${TABLE_BYTES} bytes in the table`,
          growth(halfway, big ?? [], rows / 2),
          1.3 * TABLE_BYTES,
          'bytes a row',
        ),
      ],
      settings: { rows },
      figures: {
        'The same from 10,000 rows on, which takes in V8’s growth to its working size': `${Math.round(growth(small ?? [], big ?? [], rows - 10_000))} bytes a row`,
      },
    };
  },
};

/** Bytes by which the peak of memory grows for each further row. */
function growth(small: Group['entries'], big: Group['entries'], rows: number): number {
  const peak = (entries: Group['entries']): number =>
    leastOf(entries.find(({ name }) => name === OURS)?.samples ?? []).peakRssMiB ?? NaN;
  return ((peak(big) - peak(small)) * 2 ** 20) / rows;
}

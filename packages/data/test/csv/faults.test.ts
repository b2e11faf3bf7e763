import { describe, expect, test } from '@jest/globals';
import { DataError } from '../../src/errors/data-error.ts';
import { readCsv } from '../../src/csv/read-csv.ts';
import type { ReadCsvOptions } from '../../src/csv/csv-options.ts';
import { faultCases } from './fault-cases.ts';
import { blocks } from './text-file.ts';

async function refusal(content: string | Buffer, options: ReadCsvOptions = {}, size?: number) {
  const error: unknown = await readCsv(blocks(content, size), {
    ...options,
    sourceName: 'f.csv',
  }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DataError))
    throw new Error(`not refused as it should be: ${String(error)}`);
  return error;
}

describe('a file that cannot be read is refused in one line', () => {
  test.each(faultCases)('%s', async (_, content, name, place) => {
    const options = { ...(String(content).startsWith('a;') ? { delimiter: ';' } : {}) };
    const error = await refusal(content, options);
    expect({ name: error.name, message: error.message }).toEqual({
      name,
      message: expect.stringContaining(place),
    });
    expect(error.message).not.toContain('\n');
    expect(error.message.split(' · ')).toHaveLength(3);
  });

  test('the same wherever the blocks end', async () => {
    for (const [, content, name, place] of faultCases) {
      if (content.length === 0 || content.length > 100 || String(content).startsWith('a;'))
        continue;
      // A signature is looked for in the first block, which a file always fills.
      if (name === 'EncodingError' && !place.includes('line 3')) continue;
      const error = await refusal(content, {}, 1);
      expect(error.message).toContain(place);
    }
  });
});

describe('limits and rules asked for', () => {
  const many = 'a,b\n1,2\n3,4\n5,6\n';
  test.each<[name: string, content: string, options: ReadCsvOptions, place: string]>([
    ['maxRows', many, { maxRows: 2 }, 'more than 2 rows · f.csv line 4'],
    [
      'unknown categorical column',
      many,
      { categorical: ['bb'] },
      'no column "bb" · f.csv · did you mean "b"?',
    ],
    [
      'unsafe integer level',
      'k\n1\n9007199254740993\n',
      { categorical: ['k'] },
      'f.csv row 2 (line 3), column "k"',
    ],
    [
      'an infinite number in a column without text',
      'a,b\n1,x\n1e999,y\n',
      { text: 'categorical' },
      '"1e999" is not finite as a 64-bit number · f.csv row 2 (line 3), column "a"',
    ],
    [
      'an infinite number among many',
      `a\ninf\n${Array.from({ length: 5000 }, (_, i) => i).join('\n')}\n`,
      { text: 'categorical' },
      '"inf" is not finite as a 64-bit number · f.csv row 1 (line 2), column "a"',
    ],
    [
      'numeric wins over text',
      'a\nx\n',
      { text: 'categorical', numeric: ['a'] },
      '"x" is not a number',
    ],
  ])('%s', async (_, content, options, place) => {
    expect((await refusal(content, options)).message).toContain(place);
  });

  test('text in a column of many numbers is an error, not a silent change of type', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => i).join('\n');
    const error = await refusal(`a\n${rows}\nx\n`, { text: 'categorical' });
    expect(error.message).toContain('held only numbers so far · f.csv row 5001 (line 5002)');
  });
});

describe('the row of an error', () => {
  test('counts the ragged rows that were left out', async () => {
    const ragged: number[] = [];
    const error = await refusal('a,b\n1,2\n1\n1,2\n1,2,3\n1,x\n', {
      onRaggedRow: ({ row }) => ragged.push(row),
    });
    expect(ragged).toEqual([2, 4]);
    expect(error.message).toContain('f.csv row 5 (line 6), column "b"');
  });

  test('is that of the first unsafe level, and of none where the levels are texts', async () => {
    const unsafe = 'k\n1\n9007199254740993\n9007199254740995\n';
    const options = { categorical: ['k'] };
    expect((await refusal(unsafe, options)).message).toContain('row 2 (line 3)');
    const table = await readCsv(blocks(`${unsafe}x\n`), options);
    expect(table.column('k')).toMatchObject({ codes: Int32Array.of(0, 1, 2, 3) });
  });
});

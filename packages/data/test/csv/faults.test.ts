import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { DataError } from '../../src/errors/data-error.ts';
import { readCsv } from '../../src/csv/read-csv.ts';
import type { ReadCsvOptions } from '../../src/csv/csv-options.ts';
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

const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('a,b\n1,2\n', 'utf16le')]);
const wide = Array.from({ length: 100_000 }, (_, i) => `c${i}`).join(',');

const cases: [name: string, content: string | Buffer, error: string, place: string][] = [
  ['empty file', '', 'EmptyFileError', 'the file is empty · f.csv'],
  ['blank lines only', '\n\r\n\n', 'EmptyFileError', 'the file is empty'],
  ['header only', 'a,b\n', 'EmptyFileError', 'a header and no rows'],
  [
    'short row',
    'a,b,c\n1,2,3\n\n4,5\n',
    'RaggedRowError',
    '2 cells where the header has 3 · f.csv row 2 (line 4), cell 3',
  ],
  [
    'long row',
    'a,b\n1,2\n3,4,5\n',
    'RaggedRowError',
    '3 cells where the header has 2 · f.csv row 2 (line 3), cell 3',
  ],
  [
    'duplicate header',
    'a,b,a\n1,2,3\n',
    'BadHeaderError',
    'duplicate column name "a" · f.csv header, column 3',
  ],
  ['empty header', 'a,,c\n1,2,3\n', 'BadHeaderError', 'empty column name · f.csv header, column 2'],
  [
    'semicolons',
    'b;a\n1,5;2\n',
    'BadHeaderError',
    'the cells are not separated by commas: "b;a" · f.csv header, column 1 · save the file with commas',
  ],
  ['tabs', 'a\tb\n1\t2\n', 'BadHeaderError', 'the cells are not separated by commas: '],
  [
    'text',
    'a,b\n1,2\n3,x\n',
    'BadCellError',
    '"x" is not a number · f.csv row 2 (line 3), column "b"',
  ],
  [
    'the first bad cell in the order of rows',
    'a,b\n1,x\ny,2\n',
    'BadCellError',
    '"x" is not a number · f.csv row 1 (line 2), column "b"',
  ],
  [
    'a bad cell before a short row',
    'a,b\n1,2\n1,x\n1\n',
    'BadCellError',
    '"x" is not a number · f.csv row 2 (line 3), column "b"',
  ],
  [
    'text after a quoted line break',
    'a,b\n"1",2\n3,"x\ny"\n',
    'BadCellError',
    'f.csv row 2 (line 4), column "b"',
  ],
  ['decimal comma', 'a;b\n1,5;2\n', 'BadCellError', 'decimal comma'],
  ['too large a number', 'a\n1e400\n', 'BadCellError', '"1e400" is not finite'],
  [
    'inf',
    'a,b\n1,2\n1,-inf\n',
    'BadCellError',
    '"-inf" is not finite as a 64-bit number · f.csv row 2 (line 3), column "b"',
  ],
  ['hexadecimal', 'a\n0x10\n', 'BadCellError', '"0x10" is not a number'],
  ['no-break space', 'a\n\u00a01\n', 'BadCellError', 'is not a number'],
  ['spaces only', 'a,b\n1,  \n', 'BadCellError', '"  " is not a number'],
  ['latin-1', Buffer.from('a,b\n1,2\n3,caf\xe9\n', 'latin1'), 'EncodingError', 'f.csv line 3'],
  [
    'latin-1, where lines end with CR',
    Buffer.from('a,b\r1,2\r3,caf\xe9\r', 'latin1'),
    'EncodingError',
    'f.csv line 3',
  ],
  [
    'latin-1, where lines end with CR LF',
    Buffer.from('a,b\r\n1,2\r\n3,caf\xe9\r\n', 'latin1'),
    'EncodingError',
    'f.csv line 3',
  ],
  ['NUL, where lines end in all ways', 'a,b\r\n\r3,\0\n', 'EncodingError', 'f.csv line 3'],
  ['cut character at the end', Buffer.from([97, 10, 49, 0xc3]), 'EncodingError', 'f.csv line 2'],
  ['UTF-16', utf16, 'EncodingError', 'UTF-16 text · f.csv line 1 · save the file as UTF-8'],
  [
    'NUL',
    'a,b\n1,2\n3,\0\n',
    'EncodingError',
    'a NUL byte (binary file, or UTF-16?) · f.csv line 3',
  ],
  [
    'gzip',
    Buffer.from([0x1f, 0x8b, 8, 0, 0]),
    'EncodingError',
    'gzip data · f.csv line 1 · unpack the file first',
  ],
  [
    'quote never closed',
    'a,b\n1,2\n"3,4\n',
    'CsvSyntaxError',
    'a quote is never closed · f.csv line',
  ],
  [
    'quote inside a cell',
    'a,b\n1,2\n3,x"y\n',
    'CsvSyntaxError',
    'a quote inside an unquoted cell · f.csv line 3',
  ],
  [
    'text after a quote',
    'a,b\n1,"2"3\n',
    'CsvSyntaxError',
    'text after a closing quote · f.csv line 2',
  ],
  [
    'huge field',
    `a\n1\n${'9'.repeat(1_100_000)}\n`,
    'TooLargeError',
    'a row longer than 1048576 bytes',
  ],
  ['100,000 columns', `${wide}\n`, 'TooLargeError', 'more than 10000 columns'],
];

describe('a file that cannot be read is refused in one line', () => {
  test.each(cases)('%s', async (_, content, name, place) => {
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
    for (const [, content, name, place] of cases) {
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

describe('a file that cannot be opened', () => {
  test('missing, directory, no permission', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'xgflow-data-'));
    try {
      await expect(readCsv(join(folder, 'none.csv'))).rejects.toMatchObject({
        name: 'UnreadableFileError',
        code: 'ENOENT',
        message: `no such file · ${join(folder, 'none.csv')} · check the path`,
      });
      await expect(readCsv(folder)).rejects.toMatchObject({ code: 'EISDIR' });
      const locked = join(folder, 'locked.csv');
      await writeFile(locked, 'a\n1\n');
      await chmod(locked, 0);
      // Root may read everything; everybody else is refused.
      const root = process.getuid?.() === 0;
      await readCsv(locked).then(
        () => expect(root).toBe(true),
        (error: unknown) => expect(error).toMatchObject({ code: 'EACCES' }),
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('an aborted reading rejects with the reason', async () => {
    const signal = AbortSignal.abort(new Error('stop'));
    await expect(readCsv(blocks('a\n1\n'), { signal })).rejects.toThrow('stop');
  });

  test('an interruption is no bad cell, though one waits to be read', async () => {
    const controller = new AbortController();
    const onProgress = (): void => controller.abort(new Error('stop'));
    const { signal } = controller;
    await expect(readCsv(blocks('a\nx\n1\n', 5), { signal, onProgress })).rejects.toThrow('stop');
  });
});

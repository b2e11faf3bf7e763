import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { csvRecords } from '../../src/csv/csv-records.ts';
import { readCsv } from '../../src/csv/read-csv.ts';
import { inferSchema } from '../../src/schema/infer-schema.ts';
import { blocks } from './text-file.ts';

describe('what is read', () => {
  test.each([
    ['LF', 'a,b\n1,x\n2,y\n'],
    ['CRLF', 'a,b\r\n1,x\r\n2,y\r\n'],
    ['CR', 'a,b\r1,x\r2,y\r'],
    ['mixed line ends', 'a,b\n1,x\r\n2,y\r'],
    ['BOM', '\ufeffa,b\n1,x\n2,y\n'],
    ['no newline at the end', 'a,b\n1,x\n2,y'],
    ['quoted cells', '"a","b"\n"1","x"\n"2","y"\n'],
    ['blank lines', '\na,b\n\n1,x\n\n\n2,y\n\n'],
  ])('%s', async (_, content) => {
    for (const size of [1, 2, 1000]) {
      const table = await readCsv(blocks(content, size), { categorical: ['b'] });
      expect(table.columns).toEqual([
        { kind: 'numeric', name: 'a', values: Float64Array.of(1, 2), integer: true, missing: 0 },
        {
          kind: 'categorical',
          name: 'b',
          levels: ['x', 'y'],
          codes: Int32Array.of(0, 1),
          missing: 0,
        },
      ]);
    }
  });

  test('letters beyond ASCII, also where the first ones come late', async () => {
    const plain = '1,x\n'.repeat(100);
    const content = `a,b\n${plain}2,"é, ü"\n${plain}3,😀\n${plain}4,y`;
    for (const size of [1, 7, 64, 450, 100_000]) {
      const { columns } = await readCsv(blocks(content, size), { categorical: ['b'] });
      expect(columns[1]).toMatchObject({ levels: ['x', 'y', 'é, ü', '😀'] });
    }
  });

  test.each(['x\ninf\n', 'inf\nx\n'])('inf is a level in a column of text: %j', async (cells) => {
    const table = await readCsv(blocks(`a\n${cells}`), { text: 'categorical' });
    expect(table.column('a')).toMatchObject({ kind: 'categorical', levels: ['inf', 'x'] });
  });

  test('an all-missing column is numeric or has no levels', async () => {
    const table = await readCsv(blocks('a,b,c\n,NA,1\nnan,,2\n'), { categorical: ['b'] });
    expect(table.column('a')).toMatchObject({ kind: 'numeric', integer: false, missing: 2 });
    expect(table.column('b')).toMatchObject({ kind: 'categorical', levels: [], missing: 2 });
  });

  test('missing tokens asked for replace the usual ones, numbers included', async () => {
    const table = await readCsv(blocks('a,k\n-999,?\n1,NA\n'), {
      categorical: ['k'],
      missingTokens: ['-999', '?'],
    });
    expect(table.column('a')).toMatchObject({ values: Float64Array.of(NaN, 1), missing: 1 });
    expect(table.column('k')).toMatchObject({ levels: ['NA'], codes: Int32Array.of(-1, 0) });
    const short = await readCsv(blocks('a,b\n9,9.5\n1,1.5\n'), { missingTokens: ['9', '9.5'] });
    expect(short.column('a')).toMatchObject({ values: Float64Array.of(NaN, 1), missing: 1 });
    expect(short.column('b')).toMatchObject({ values: Float64Array.of(NaN, 1.5), missing: 1 });
  });

  test('text columns become categorical where asked, numbers stay numbers', async () => {
    const table = await readCsv(blocks('n,t\n1,7\n1.5,x\n,7\n'), { text: 'categorical' });
    expect(table.column('n')).toMatchObject({ kind: 'numeric', integer: false, missing: 1 });
    expect(table.column('t')).toMatchObject({ levels: ['7', 'x'], codes: Int32Array.of(0, 1, 0) });
  });

  test('an undeclared column with many distinct numbers is numeric', async () => {
    const rows = Array.from({ length: 6000 }, (_, i) => (i === 10 ? '' : String(i)));
    const table = await readCsv(blocks(`n,z\n${rows.map((r) => `${r},0`).join('\n')}`), {
      text: 'categorical',
    });
    const values = Float64Array.from(rows, (row) => (row === '' ? NaN : Number(row)));
    expect(table.column('n')).toEqual({
      kind: 'numeric',
      name: 'n',
      values,
      integer: true,
      missing: 1,
    });
  });

  test('integers written as floats are the same levels', async () => {
    const table = await readCsv(blocks('k,z\n1.0,0\n,0\n01,0\n2,0\n'), { categorical: ['k'] });
    expect(table.column('k')).toMatchObject({ levels: [1, 2], codes: Int32Array.of(0, -1, 0, 1) });
  });

  test('progress reaches the last row and byte', async () => {
    const seen: unknown[] = [];
    const onProgress = (progress: unknown): number => seen.push(progress);
    await readCsv(blocks('a\n1\n2\n', 4), { onProgress });
    expect(seen).toHaveLength(3);
    expect(seen.at(-1)).toEqual({ rows: 2, bytes: 6 });
    await csvRecords(blocks('a\n1\n2\n', 4), { onProgress }).next();
    expect(seen.at(-1)).toEqual({ rows: 2, bytes: 6 });
  });

  test('every finite number that JavaScript prints is read back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }),
        async (numbers) => {
          const table = await readCsv(blocks(`a\n0.5\n${numbers.map(String).join('\n')}\n`));
          const column = table.column('a');
          expect(
            column.kind === 'numeric' && [...column.values.slice(1)].map((v) => v + 0),
          ).toEqual(numbers.map((v) => v + 0));
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('reading by a schema', () => {
  const content = 'n,k,t\n1,10,x\n2,9,y\n3,,x\n';
  const options = { categorical: ['k', 't'] };

  test('its order and its codes, whatever the other file holds', async () => {
    const schema = inferSchema(await readCsv(blocks(content), options));
    const table = await readCsv(blocks('extra,t,n,k\n?,y,5,09\n?,y,6,10.0\n'), { schema });
    expect(table.columnNames).toEqual(['n', 'k', 't']);
    expect(table.column('k')).toMatchObject({ levels: [9, 10], codes: Int32Array.of(0, 1) });
    expect(table.column('t')).toMatchObject({ levels: ['x', 'y'], codes: Int32Array.of(1, 1) });
  });

  test('an unseen level is refused, or missing and counted', async () => {
    const schema = inferSchema(await readCsv(blocks(content), options));
    const other = 'n,k,t\n1,9,x\n2,11,z\n3,,x\n';
    await expect(readCsv(blocks(other), { schema, sourceName: 'o.csv' })).rejects.toMatchObject({
      name: 'UnseenLevelError',
      message: expect.stringContaining(
        'level "11" is not in the schema · o.csv row 2 (line 3), column "k"',
      ),
    });
    const table = await readCsv(blocks(other), { schema, unseen: 'missing' });
    expect(table.column('k')).toMatchObject({
      codes: Int32Array.of(0, -1, -1),
      missing: 2,
      unseen: 1,
    });
    expect(table.column('t')).toMatchObject({
      codes: Int32Array.of(0, -1, 0),
      missing: 1,
      unseen: 1,
    });
  });

  test('a column of the schema that the file lacks is named', async () => {
    const schema = inferSchema(await readCsv(blocks(content), options));
    await expect(readCsv(blocks('n,kk,t\n1,9,x\n'), { schema })).rejects.toMatchObject({
      name: 'UnknownColumnError',
      suggestion: 'kk',
    });
    await expect(readCsv(blocks(content), { schema, categorical: ['k'] })).rejects.toMatchObject({
      name: 'BadSchemaError',
    });
    const table = await readCsv(blocks('n,t\n1,x\n'), { schema, drop: ['t'] }).catch(String);
    expect(table).toContain('no column "k"');
  });
});

import { describe, expect, test } from '@jest/globals';
import { Table } from '@xgflow/data';
import { Codec } from '../../src/codec/codec.ts';
import { people } from '../small-model.ts';

const table = new Table([
  { kind: 'numeric', name: 'n', values: Float64Array.of(1, 2, 0.1), integer: false, missing: 0 },
  { kind: 'numeric', name: 'i', values: Float64Array.of(1, 2, 3), integer: true, missing: 0 },
  { kind: 'numeric', name: 'm', values: Float64Array.of(1, NaN, 3), integer: true, missing: 1 },
  {
    kind: 'categorical',
    name: 's',
    levels: ['a', 'b'],
    codes: Int32Array.of(1, 0, -1),
    missing: 1,
  },
  { kind: 'categorical', name: 'k', levels: [7, 10], codes: Int32Array.of(0, 1, 1), missing: 0 },
]);
const codec = Codec.fromTable(table);

describe('a codec of a table', () => {
  test('has the feature types of pandas and keeps the type of levels', () => {
    expect(codec.features).toEqual([
      { kind: 'numeric', name: 'n', type: 'float' },
      { kind: 'numeric', name: 'i', type: 'int' },
      { kind: 'numeric', name: 'm', type: 'float' },
      { kind: 'categorical', name: 's', levels: ['a', 'b'] },
      { kind: 'categorical', name: 'k', levels: [7, 10] },
    ]);
    expect(Codec.fromTable(table, ['k', 'n']).featureNames).toEqual(['k', 'n']);
  });

  test('survives JSON', () => {
    const again = Codec.fromJSON(JSON.parse(JSON.stringify(codec)));
    expect(again.toJSON()).toEqual(codec.toJSON());
    expect(again.encodeDense(table)).toEqual(codec.encodeDense(table));
  });

  test.each([
    ['null', null],
    ['another version', { ...codec.toJSON(), version: 2 }],
    [
      'mixed levels',
      { ...codec.toJSON(), features: [{ kind: 'categorical', name: 'x', levels: [1, 'a'] }] },
    ],
    ['no features', { ...codec.toJSON(), features: [] }],
  ])('is refused: %s', (_, json) => {
    expect(() => Codec.fromJSON(json, 'codec.json')).toThrow(
      expect.objectContaining({ name: 'CodecError' }),
    );
  });

  test('needs a level in every categorical column', () => {
    const empty = new Table([
      { kind: 'categorical', name: 'e', levels: [], codes: Int32Array.of(-1), missing: 1 },
    ]);
    expect(() => Codec.fromTable(empty)).toThrow('without any level · column "e"');
  });
});

describe('tables', () => {
  test('become columns for training and the same numbers as dense rows', () => {
    expect(codec.encodeTable(table).map((column) => column.name)).toEqual(codec.featureNames);
    expect(codec.encodeTable(table)[3]).toEqual({
      name: 's',
      levels: ['a', 'b'],
      codes: Int32Array.of(1, 0, -1),
    });
    const { values, unseen } = codec.encodeDense(table);
    expect(values).toEqual(Float32Array.of(1, 1, 1, 1, 0, 2, 2, NaN, 0, 1, 0.1, 3, 3, NaN, 1));
    expect([...unseen]).toEqual([0, 0, 0]);
  });

  test('with other levels are re-coded; unseen levels are missing and counted', () => {
    const other = new Table([
      ...table.drop(['s', 'k']).columns,
      {
        kind: 'categorical',
        name: 's',
        levels: ['b', 'c'],
        codes: Int32Array.of(0, 1, -1),
        missing: 1,
      },
      {
        kind: 'categorical',
        name: 'k',
        levels: ['07', '8', 'x'],
        codes: Int32Array.of(0, 1, 2),
        missing: 0,
      },
    ]);
    const { values, unseen, unseenByColumn, cols } = codec.encodeDense(other);
    expect([0, 1, 2].map((row) => values[row * cols + 3])).toEqual([1, NaN, NaN]);
    expect([0, 1, 2].map((row) => values[row * cols + 4])).toEqual([0, NaN, NaN]);
    expect([...unseen]).toEqual([0, 2, 1]);
    expect(unseenByColumn).toEqual(
      new Map([
        ['s', 1],
        ['k', 2],
      ]),
    );
    expect(codec.encodeTable(other)[3]).toMatchObject({
      levels: ['a', 'b'],
      codes: Int32Array.of(1, -1, -1),
    });
  });

  test('without a column, or with it as another kind, are refused', () => {
    expect(() => codec.encodeDense(table.drop(['n', 'k']))).toThrow('no columns "n", "k"');
    const swapped = new Table([...table.drop(['k']).columns, { ...table.column('i'), name: 'k' }]);
    expect(() => codec.encodeTable(swapped)).toThrow(
      'numeric in the table, categorical in the model',
    );
  });
});

describe('records', () => {
  const good = { n: 0.5, i: '3', m: null, s: 'b', k: 10 };

  test('are read by name, as text or as JSON values', () => {
    const { values } = codec.encodeRecords([
      good,
      { k: '007', s: 'NA', m: 'nan', i: 1e3, n: ' 1e-1 ' },
    ]);
    expect(values).toEqual(Float32Array.of(0.5, 3, NaN, 1, 1, 0.1, 1000, NaN, NaN, 0));
  });

  test('equal the table, cell for cell, when they come as text', async () => {
    const whole = await people();
    const all = Codec.fromTable(whole);
    const rows = Array.from({ length: whole.rowCount }, (_, row) =>
      whole.columns.map((column) => {
        const cell =
          column.kind === 'numeric'
            ? column.values[row]
            : (column.levels[column.codes[row]!] ?? '');
        return Number.isNaN(cell) ? '' : String(cell);
      }),
    );
    expect(all.encodeRows(whole.columnNames, rows)).toEqual(all.encodeDense(whole));
  });

  test('with new levels count them per row and column', () => {
    const { unseen, unseenByColumn, values } = codec.encodeRecords([
      { ...good, s: 'z', k: 8 },
      good,
      { ...good, s: '' },
    ]);
    expect([...unseen]).toEqual([2, 0, 0]);
    expect(unseenByColumn).toEqual(
      new Map([
        ['s', 1],
        ['k', 1],
      ]),
    );
    expect([values[3], values[4]]).toEqual([NaN, NaN]);
  });

  test.each([
    ['text in a number', { ...good, n: 'x' }, 'n', '"x" is not a number'],
    ['decimal comma', { ...good, n: '1,5' }, 'n', '"1,5" is not a number'],
    ['boolean', { ...good, i: true }, 'i', '"true" is not a number'],
    ['object', { ...good, n: {} }, 'n', 'is not a number'],
    ['infinite', { ...good, n: Infinity }, 'n', '"Infinity" is not a number (of 32-bit floats)'],
    ['too large for float32', { ...good, n: '1e39' }, 'n', '32-bit floats'],
    ['boolean level', { ...good, s: false }, 's', '"false" is not text'],
    ['array as level', { ...good, k: [7] }, 'k', 'is not an integer or text'],
  ])('with %s name row and field', (_, record, field, text) => {
    expect(() => codec.encodeRecords([good, record])).toThrow(
      expect.objectContaining({
        name: 'BadFieldError',
        row: 2,
        field,
        message: expect.stringContaining(text),
      }),
    );
  });

  test('without a field name it, inherited ones included', () => {
    const lacking = { n: 0.5, i: '3', m: null, s: 'b' };
    expect(() => codec.encodeRecords([good, lacking])).toThrow(
      expect.objectContaining({ name: 'MissingFieldError', fields: ['k'], row: 2 }),
    );
    const inherited = Object.create(good) as typeof good;
    expect(() => codec.encodeRecords([inherited])).toThrow('no columns "n", "i", "m", "s", "k"');
    expect(() => codec.encodeRows(['n', 'i'], [['1', '2']])).toThrow(
      'no columns "m", "s", "k" · the input',
    );
  });

  test('may have more fields, unless that is refused', () => {
    const more = { ...good, extra: 1 };
    expect(codec.encodeRecords([more])).toEqual(codec.encodeRecords([good]));
    expect(() => codec.encodeRecords([more], { extra: 'error' })).toThrow(
      expect.objectContaining({ name: 'UnexpectedFieldError', fields: ['extra'] }),
    );
  });
});

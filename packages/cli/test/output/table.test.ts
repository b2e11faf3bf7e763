import { describe, expect, test } from '@jest/globals';
import { renderTable, type TableContent } from '../../src/output/table.ts';

const content: TableContent = {
  columns: [
    { title: 'variant', shrinks: true },
    { title: 'train f1', align: 'right' },
    { title: 'test f1', align: 'right' },
    { title: 'note', shrinks: true },
  ],
  rows: [
    ['original', '0.9', '0.8123', 'ties'],
    ['regularized-stratify', '0.91', '0.7', ''],
    ['客户-variant', '1', '0', 'wide 🙂'],
  ],
};
const widest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

describe('renderTable', () => {
  test('aligns titles and cells, without trailing blanks', () => {
    expect(renderTable({ ...content, rows: content.rows.slice(0, 2) })).toBe(
      [
        'variant               train f1  test f1  note',
        'original                   0.9   0.8123  ties',
        'regularized-stratify      0.91      0.7',
      ].join('\n'),
    );
  });

  test('cuts only what may shrink to fit the window', () => {
    const text = renderTable(content, { width: 40 });
    expect(text).toContain('regularized…');
    expect(text).toContain('0.8123');
    expect(widest(text)).toBeLessThanOrEqual(40);
  });

  test('a narrow window gets several tables, each with the first column; nothing is left out', () => {
    const text = renderTable(content, { width: 20 });
    expect(widest(text)).toBeLessThanOrEqual(20);
    for (const cell of ['train f1', 'test f1', 'note', '0.8123', '0.91', 'ties']) {
      expect(text).toContain(cell);
    }
    expect(text.split('\n\n').map((part) => part.split('\n')[0]!.trim().slice(0, 7))).toEqual(
      text.split('\n\n').map(() => 'variant'),
    );
  });

  test('names that tell rows apart are not cut to the shortest where there is more than one table anyway', () => {
    const numbers = Array.from({ length: 12 }, (_, at) => ({ title: `number ${at}` }));
    const rows = ['predicted: probability', 'a column of the table'].map((name) => [
      name,
      ...numbers.map(() => '0.1234'),
    ]);
    const columns = [{ title: 'column', shrinks: true }, ...numbers];
    const text = renderTable({ columns, rows }, { width: 80 });
    expect(widest(text)).toBeLessThanOrEqual(80);
    const tables = text.split('\n\n');
    expect(tables.length).toBeGreaterThan(1);
    for (const table of tables) expect(table).toContain('\npredicted: probability ');
  });

  const names: [what: string, name: string, cells: number][] = [
    ['letters of the rare plane of Chinese', '𠮷'.repeat(30), 2],
    ['flags', '🇩🇪'.repeat(30), 2],
    ['marks of Hindi, each of which the table counts', 'हि'.repeat(30), 2],
    ['signs that are no emoji', '©'.repeat(40), 1],
  ];
  test.each(names)('%s are as wide as they are filled up', (_, name, cells) => {
    const columns = [
      { title: 'name', shrinks: true },
      { title: 'n', align: 'right' as const },
    ];
    const text = renderTable(
      {
        columns,
        rows: [
          ['plain', '1'],
          [name, '2'],
        ],
      },
      { width: 30 },
    );
    const [, plain = '', own = ''] = text.split('\n');
    expect(plain).toHaveLength(30);
    const kept = Math.floor(26 / cells);
    const [cut = '', end] = own.split(/(?<=…)/u);
    expect(Array.from(new Intl.Segmenter().segment(cut))).toHaveLength(kept + 1);
    expect(end).toBe(`${' '.repeat(26 - kept * cells)}  2`);
  });

  test.each([5, 8, 13, 21, 34, 55, 80, 200])('no line is wider than a window of %d', (width) => {
    const ascii = { ...content, rows: content.rows.slice(0, 2) };
    expect(widest(renderTable(ascii, { width }))).toBeLessThanOrEqual(width);
  });

  test('control characters in cells and titles are dropped', () => {
    const text = renderTable({ columns: [{ title: 'a\u001b[1m' }], rows: [['x\u001b[31m\ny']] });
    expect(text).toBe('a[1m\nx[31m y');
  });

  test('no rows', () => {
    expect(renderTable({ ...content, rows: [] })).toBe('variant  train f1  test f1  note');
  });
});

const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('a,b\n1,2\n', 'utf16le')]);
const wide = Array.from({ length: 100_000 }, (_, i) => `c${i}`).join(',');

/** What is wrong with a file, its content, the error's name, and words of its line. */
export const faultCases: [name: string, content: string | Buffer, error: string, place: string][] =
  [
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
    [
      'empty header',
      'a,,c\n1,2,3\n',
      'BadHeaderError',
      'empty column name · f.csv header, column 2',
    ],
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

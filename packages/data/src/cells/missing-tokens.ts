import { parseNumber } from './parse-number.ts';

/** What pandas 3.1 `read_csv` reads as missing by default. */
export const DEFAULT_MISSING_TOKENS: readonly string[] = [
  '',
  '#N/A',
  '#N/A N/A',
  '#NA',
  '-1.#IND',
  '-1.#QNAN',
  '-NaN',
  '-nan',
  '1.#IND',
  '1.#QNAN',
  '<NA>',
  'N/A',
  'NA',
  'NULL',
  'NaN',
  'None',
  'n/a',
  'nan',
  'null',
];

/** The tokens of one reading, and whether one of them would also read as a number. */
export class MissingTokens {
  readonly #tokens: ReadonlySet<string>;
  /** A number such as `-999` is a token, so numbers must be looked up too. */
  readonly numeric: boolean;

  constructor(tokens: readonly string[] = DEFAULT_MISSING_TOKENS) {
    this.#tokens = new Set(tokens);
    this.numeric = tokens.some((token) => !Number.isNaN(parseNumber(token)));
  }

  has(cell: string): boolean {
    return this.#tokens.has(cell);
  }
}

const DECIMAL = /^[ \t\n\v\f\r]*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?[ \t\n\v\f\r]*$/;
const INFINITE = /^[ \t\n\v\f\r]*[+-]?inf(?:inity)?[ \t\n\v\f\r]*$/i;

const ZERO = 48;
const NINE = 57;
const POINT = 46;

/**
 * A cell as a correctly rounded 64-bit float, by the grammar of pandas' `read_csv`: an optional
 * sign, digits with a decimal point, an exponent, ASCII space around. NaN for anything else,
 * ±Infinity where the number is too large or the words `inf`, `Infinity` are written.
 */
export function parseNumber(text: string): number {
  const value = Number(text);
  if (value === value && isPlain(text)) return value;
  if (DECIMAL.test(text)) return value;
  if (INFINITE.test(text)) return text.includes('-') ? -Infinity : Infinity;
  return Number.NaN;
}

/** True only for texts where Number() and pandas agree; hexadecimal and odd spaces are not. */
function isPlain(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  if (last < ZERO || last > NINE) return false;
  const first = text.charCodeAt(0);
  if (first > ZERO && first <= NINE) return true;
  if (first === ZERO) return text.length === 1 || text.charCodeAt(1) <= NINE;
  return first === POINT || first === 43 || first === 45; // '+' and '-'
}

/** True where the text of a number is an integer's: no point, no exponent. */
export function isIntegerText(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i) | 0x20;
    if (unit === 0x2e || unit === 0x65) return false; // '.' and 'e', 'E'
  }
  return true;
}

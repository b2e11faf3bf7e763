const MOST_DIGITS = 9; // always enough for a float32

/**
 * The shortest decimal that is read back as the same float32, written as Python writes
 * `str(numpy.float32(x))`: positional from 1e-4 to below 1e6 with at least one decimal, else scientific (NumPy 2.4).
 *
 * @param value a number that a float32 holds exactly, or NaN, ±Infinity
 */
export function float32ToString(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const [mantissa = '', exponent = ''] = shortest(Math.abs(value)).split('e');
  const digits = mantissa.replace('.', '');
  const sign = value < 0 ? '-' : '';
  return (
    sign +
    (isPositional(value) ? positional(digits, Number(exponent)) : scientific(mantissa, exponent))
  );
}

function isPositional(value: number): boolean {
  const size = Math.abs(value);
  return size >= 1e-4 && size < 1e6;
}

/** `d.ddde±x` with the fewest digits that give the same float32. */
function shortest(value: number): string {
  let digits = MOST_DIGITS - 1;
  let best = value.toExponential(digits);
  for (; digits > 0; digits--) {
    const text = [value.toExponential(digits - 1), above(value, digits - 1)].find(
      (candidate) => Math.fround(Number(candidate)) === value,
    );
    if (text === undefined) break;
    best = text;
  }
  return trimZeros(evenIfTie(value, digits) ?? best);
}

/** The next decimal above, where it may be nearer: at a power of two a float32 reaches farther up than down. */
function above(value: number, digits: number): string {
  if (!Number.isInteger(Math.log2(value))) return '';
  const [mantissa = '', exponent = ''] = value.toExponential(digits).split('e');
  const next = Number(mantissa.replace('.', '')) + 1;
  return Number(`${next}e${Number(exponent) - digits}`).toExponential(digits);
}

/** Where the value lies exactly between two such decimals, JavaScript takes the larger, NumPy the even one. */
function evenIfTie(value: number, digits: number): string | undefined {
  const longer = value.toExponential(digits + 1);
  if (!longer.includes('5e') || Number(longer) !== value) return undefined;
  const below = longer.replace(/\.?5e/, 'e');
  const lastDigit = Number(below.charAt(below.indexOf('e') - 1));
  return lastDigit % 2 === 0 && Math.fround(Number(below)) === value ? below : undefined;
}

/** `1.500e-3` is `1.5e-3`. */
function trimZeros(text: string): string {
  const [mantissa = '', exponent = ''] = text.split('e');
  return `${mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa}e${exponent}`;
}

function positional(digits: string, exponent: number): string {
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${whole}.${digits.slice(exponent + 1) || '0'}`;
}

function scientific(mantissa: string, exponent: string): string {
  const sign = exponent.startsWith('-') ? '-' : '+';
  return `${mantissa}e${sign}${exponent.replace(/^[+-]/, '').padStart(2, '0')}`;
}

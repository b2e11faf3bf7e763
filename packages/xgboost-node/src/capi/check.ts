import { XGBoostError } from '../errors/xgboost-error.ts';
import type { FunctionArguments, FunctionName } from './functions.ts';
import { library } from './load.ts';

/** XGBoosterSlice returns this, and sets no text, for a round that the model does not have. */
const indexOutOfRange = -2;

/** The first line of the library's text without time, source line and stack. */
export function errorSummary(details: string): string {
  const beforeStack = details.split(/\n*Stack trace:/)[0] ?? '';
  return beforeStack
    .replace(/^\[[\d:]+\] (?:\S+:\d+: )?/, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}

/**
 * Every call into the library goes through here.
 *
 * @throws XGBoostError with the C function's name and the library's own text.
 */
export function call<Name extends FunctionName>(
  name: Name,
  ...args: FunctionArguments<Name>
): void {
  const loaded = library();
  const status = loaded.invoke(name, ...args);
  if (status === 0) return;
  const details =
    status === indexOutOfRange
      ? 'Layer index out of range'
      : String(loaded.invoke('XGBGetLastError'));
  throw new XGBoostError(`${errorSummary(details)} (${name})`, { function: name, details });
}

import { parseNumber } from '@xgflow/data';
import type { ModelInfo } from '@xgflow/model';
import { GateRowsError } from '../gate-rows-error.ts';

/** Reads the label of a row of a file (0-based, for messages) from the target's cell. */
export type TrueLabel = (cell: unknown, row: number) => number;

/** How the cells of the target become the model's labels. @throws {GateRowsError} a model that names no target */
export function trueLabel({ classes, kind, target }: ModelInfo, file: string): TrueLabel {
  if (target === undefined || (kind !== 'value' && !classes)) {
    throw new GateRowsError(
      'the candidate does not say what it predicts · its xgflow/model.json · register a model that xgflow has trained',
    );
  }
  const codes = new Map((classes ?? []).map((label, code) => [String(label), code]));
  const read = (text: string): number | undefined => {
    const number = parseNumber(text);
    if (kind === 'value') return Number.isFinite(number) ? number : undefined;
    return codes.get(text) ?? codes.get(String(number));
  };
  const wanted =
    kind === 'value' ? 'no number' : `none of the classes ${[...codes.keys()].join(', ')}`;
  return (cell, row) => {
    const text = String(cell);
    const label = read(text);
    if (label !== undefined) return label;
    throw new GateRowsError(
      `${JSON.stringify(text)} is ${wanted} · ${file} row ${row + 1}, column ${target} · correct it, or give other rows with --data`,
    );
  };
}

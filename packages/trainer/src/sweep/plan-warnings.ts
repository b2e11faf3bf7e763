import type { Table } from '@xgflow/data';
import type { ResolvedConfig } from '../config/index.ts';
import { spaceSize } from '../search/index.ts';
import type { KeptRows } from './kept-rows.ts';
import { movedBaseRate } from './moved-base-rate.ts';
import type { VariantPlan } from './variant-plan.ts';

/** What the user should know of the rows and columns of a sweep before it runs; nothing that stops it. */
export function tableWarnings(
  config: Pick<ResolvedConfig, 'sensitive' | 'sensitive_use'>,
  { fileRows, rowsOfFile }: Pick<KeptRows, 'fileRows' | 'rowsOfFile'>,
  features: Table,
): string[] {
  return [
    ...(fileRows ? [leftOut(rowsOfFile - fileRows.length)] : []),
    ...sensitiveUsed(config),
    ...features.columns.filter(({ missing }) => missing === features.rowCount).map(empty),
  ];
}

/** What the user should know of the variants before they run; nothing that stops them. */
export function planWarnings(plans: readonly VariantPlan[]): string[] {
  return [...plans.flatMap(smallSpace), ...plans.flatMap(movedBaseRate)];
}

function leftOut(rows: number): string {
  const repeat =
    rows === 1 ? '1 row repeats an earlier one and is' : `${rows} rows repeat earlier ones and are`;
  return `${repeat} left out (duplicates: drop)`;
}

function sensitiveUsed({
  sensitive,
  sensitive_use: use,
}: Pick<ResolvedConfig, 'sensitive' | 'sensitive_use'>): string[] {
  if (sensitive.length === 0 || use === 'slices_only') return [];
  return [
    `the model uses sensitive columns: ${sensitive.join(', ')} · set sensitive_use: slices_only to keep them out`,
  ];
}

function empty({ name }: Table['columns'][number]): string {
  return `no cell of column ${name} has a value · list it under drop`;
}

function smallSpace({ name, search, space }: VariantPlan): string[] {
  const points = spaceSize(space);
  if (points >= search.trials) return [];
  return [
    `variant ${name} runs ${points} trials, not ${search.trials}: its space has no more points`,
  ];
}

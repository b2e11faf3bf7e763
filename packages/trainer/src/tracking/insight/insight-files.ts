import { PictureError, csvText } from '../../report/index.ts';
import type { RenderedReport, ReportFile, ReportRow } from '../../report/index.ts';
import type { PreparedSweep } from '../../sweep/prepare.ts';
import type { VariantResult } from '../../sweep/result.ts';
import type { ScoredResult } from '../scored-result.ts';
import { bootstrapTable } from './bootstrap-table.ts';
import { caseTable } from './case-table.ts';
import { effectTable } from './effect-table.ts';
import { sliceTable } from './slice-table.ts';

/**
 * Where a variant or an ensemble fails, and how its test metrics vary with the rows, as tables: what the report for
 * the business is made from. They hold counts, shares and means, never a row of the data.
 */
export function scoreFiles(prepared: PreparedSweep, result: ScoredResult): RenderedReport {
  return filesOf({
    slices: () => sliceTable(prepared, result),
    bootstrap: () => bootstrapTable(result),
  });
}

/** Why a variant decides as it does, as tables of mean effects and of made-up rows. */
export function reasonFiles(prepared: PreparedSweep, result: VariantResult): RenderedReport {
  return filesOf({
    effects: () => effectTable(prepared, result),
    'typical-cases': () => caseTable(prepared, result),
  });
}

/** A table that cannot be made does not keep the others from being made; one without rows is no file. */
function filesOf(tables: Readonly<Record<string, () => readonly ReportRow[]>>): RenderedReport {
  const files: ReportFile[] = [];
  const errors: PictureError[] = [];
  for (const [name, rowsOf] of Object.entries(tables)) {
    try {
      const rows = rowsOf();
      if (rows.length > 0) files.push({ path: `tables/${name}.csv`, content: csvText(rows) });
    } catch (error) {
      errors.push(new PictureError(name, error));
    }
  }
  return { files, errors };
}

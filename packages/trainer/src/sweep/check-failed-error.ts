import type { CheckReport, Violation } from '@xgflow/data';
import { TrainerError } from '../errors/trainer-error.ts';

/** The table does not hold what the sweep file's `checks` and `duplicates` ask for. */
export class CheckFailedError extends TrainerError {
  override readonly name = 'CheckFailedError';
  readonly report: CheckReport;

  constructor(report: CheckReport, source: string) {
    const [first] = report.violations;
    const example = first ? ` · first: ${describe(first)}` : '';
    super(
      `${report.total} ${report.total === 1 ? 'check' : 'checks'} failed${example} · ${source} · mend the data, or the checks in the sweep file`,
    );
    this.report = report;
  }
}

function describe({ check, row, column, value }: Violation): string {
  const place = [
    row === null ? undefined : `row ${row}`,
    column === null ? undefined : `column ${column}`,
  ];
  return `${check} at ${place.filter((part) => part !== undefined).join(', ')}: ${value}`;
}

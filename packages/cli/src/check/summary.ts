import type { DataCheck, LeakageSuspect } from '@xgflow/trainer';
import type { Output } from '../output/output.ts';
import { targetAnswer, targetText } from '../task/target-text.ts';
import { contractAnswer, contractLines } from './contract.ts';

/** The findings for a program. */
export function checkAnswer(found: DataCheck): unknown {
  const { ok, rows, features, target, report, problems, suspects, duplicates } = found;
  return {
    ok,
    rows,
    features,
    target: target ? targetAnswer(target, rows) : null,
    duplicates,
    problems,
    violation_count: report.total,
    counts: report.counts,
    violations: report.violations,
    leakage_suspects: suspects,
    contract: contractAnswer(found.contract),
  };
}

/** The findings for a person: the violations as a table, then what else stops a sweep, then what to look at. */
export function renderCheck(
  found: DataCheck,
  { source, output }: { readonly source: string; readonly output: Output },
): string {
  const { ok, rows, features, target, report, problems, suspects, duplicates } = found;
  const { violations, total } = report;
  const cells = violations.map(({ check, row, column, value }) => [
    `${row === null ? '*' : String(row)}:${column ?? '*'}`,
    check,
    String(value),
  ]);
  const table =
    cells.length === 0
      ? []
      : [
          output.table({
            columns: [
              { title: 'row:column' },
              { title: 'check' },
              { title: 'found', shrinks: true },
            ],
            rows: cells,
          }),
          ...(total > cells.length ? [`… and ${total - cells.length} more`] : []),
          '',
        ];
  return [
    ...contractLines(found.contract, output),
    ...table,
    ...problems.map((problem) => `${output.style.red('✗')} ${problem}`),
    ...suspects.map((suspect) => `${output.style.yellow('!')} ${describe(suspect)}`),
    ...(duplicates > 0
      ? [
          `${output.style.yellow('!')} ${duplicates === 1 ? '1 row repeats' : `${duplicates} rows repeat`} an earlier one · duplicates: drop or fail`,
        ]
      : []),
    ok
      ? `${output.style.green('✓')} ${source}: ${rows} rows, ${features} features, ${target ? targetText(target, rows) : ''}: all checks hold`
      : `${output.style.red('✗')} ${source}: ${total + problems.length} checks do not hold (rows count from 1 after the header; * is the whole column or row)`,
  ].join('\n');
}

function describe(suspect: LeakageSuspect): string {
  const { column, why } = suspect;
  return why === 'score'
    ? `column ${column} alone tells the target (${strengthText(suspect)}) · leakage? · drop it if it is known only afterwards`
    : `column ${column} sounds known only after the event · leakage? · drop it if it is`;
}

function strengthText({ auc, correlation }: LeakageSuspect): string {
  return auc === undefined
    ? `correlation ${(correlation ?? NaN).toFixed(4)}`
    : `AUC ${auc.toFixed(4)}`;
}

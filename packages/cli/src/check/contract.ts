import type { ContractBrokenError, ContractDifference } from '@xgflow/data';
import type { ContractOutcome } from '@xgflow/trainer';
import type { Output } from '../output/output.ts';
import { shellWord } from '../output/shell-word.ts';

/** What became of a contract, for a program. */
export function contractAnswer(outcome: ContractOutcome | undefined): unknown {
  return outcome
    ? { file: outcome.file, state: outcome.state, differences: outcome.differences }
    : null;
}

/** A broken contract for a program: nothing else was looked at. */
export function brokenContractAnswer({ contract, differences }: ContractBrokenError): unknown {
  return { ok: false, contract: { file: contract, state: 'broken', differences } };
}

/** The differences as a table: what the contract says, what was found. */
function contractTable(differences: readonly ContractDifference[], output: Output): string {
  return output.table({
    columns: [
      { title: 'column' },
      { title: 'change' },
      { title: 'contract', shrinks: true },
      { title: 'found', shrinks: true },
    ],
    rows: differences.map(({ column, change, contract, found }) => [
      column,
      change,
      contract,
      found,
    ]),
  });
}

/** A broken contract for a person, and what to do. */
export function renderBrokenContract(
  { contract, differences }: ContractBrokenError,
  {
    source,
    file,
    output,
  }: { readonly source: string; readonly file: string; readonly output: Output },
): string {
  const count = differences.length === 1 ? '1 thing is' : `${differences.length} things are`;
  return [
    contractTable(differences, output),
    '',
    `${output.style.red('✗')} ${source}: ${count} not as ${contract} says`,
    `Correct the data or the query; or accept it as it is: xgflow check ${shellWord(file)} --accept-contract`,
  ].join('\n');
}

/** A line on the contract of a check that came through; none without a contract. */
export function contractLines(outcome: ContractOutcome | undefined, output: Output): string[] {
  if (outcome === undefined || outcome.state === 'none') return [];
  const { file, state, differences } = outcome;
  if (state === 'holds') return [`${output.style.green('✓')} as the contract says: ${file}`];
  if (state === 'written') return [`contract written: ${file} · commit it with the sweep file`];
  const changed = differences.length === 0 ? [] : [contractTable(differences, output), ''];
  return [...changed, `contract written anew: ${file} · commit it with the sweep file`];
}

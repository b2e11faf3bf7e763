import type { Case } from '../case.ts';
import type { Recorded } from '../results.ts';
import { groupTable } from './group-table.ts';
import { markdownTable } from './markdown-table.ts';
import { numberText } from './number-text.ts';

/** Processes that wanted a core in the minute before; with more, wall times mean little. */
const QUIET_LOAD = 0.5;

/** One comparison as a section of Markdown; also what the terminal shows. */
export function renderCase({ name, title, about }: Case, result: Recorded): string {
  const { groups, verdicts, figures = {} } = result;
  const parts = [
    `## ${title}`,
    about,
    ...groups.flatMap((group) => [`### ${group.title}`, groupTable(group)]),
    ...(verdicts.length > 0 ? [goals(verdicts)] : []),
    ...Object.entries(figures).map(([what, value]) => `- ${what}: ${value}`),
    conditions(name, result),
  ];
  return parts.join('\n\n');
}

function goals(verdicts: Recorded['verdicts']): string {
  const rows = verdicts.map(({ goal, value, unit, met }) => [
    goal,
    `${numberText(value)} ${unit}`,
    met ? 'met' : '**missed**',
  ]);
  return markdownTable(['goal', 'measured', ''], rows);
}

function conditions(name: string, { date, pairs, quick, loadBefore, settings }: Recorded): string {
  const sizes = Object.entries(settings).map(([what, value]) => `${what} ${value}`);
  const trials = settings.trials === undefined ? '' : ` --trials ${settings.trials}`;
  const said = [
    ...sizes,
    `least of ${pairs}`,
    date,
    `load before ${numberText(loadBefore)}`,
    ...(pairs < 5 ? ['**fewer than 5 pairs**'] : []),
    ...(loadBefore > QUIET_LOAD ? ['**the machine was busy**'] : []),
    ...(quick ? ['**tiny sizes: proves nothing**'] : []),
  ];
  return `Again: \`npm run bench -- --only ${name}${trials} --pairs ${pairs}\` (${said.join(' · ')}).`;
}

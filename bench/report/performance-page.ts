import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Case } from '../case.ts';
import type { Machine } from '../machine.ts';
import { repository } from '../paths.ts';
import type { Results } from '../results.ts';
import { missedGoals } from './missed-goals.ts';
import { renderCase } from './render-case.ts';

const introduction = `# Performance

Measured side by side with the Python tools that xgflow replaces. Written by \`npm run bench -- --write\` from \`bench/results.json\`; do not edit.
\`npm run bench\` measures everything again, \`npm run bench -- --help\` says how to measure a part.

Both sides run in turn on one machine, and of each side the least counts, because what disturbs a run can only add to it. CPU-seconds are user and system
time of the process and everything it started (not of the MLflow server, whose work is in the wall time); they depend less on what else the machine does. Peak memory is that of the largest process.
Rows that are neither ours nor the peer's stand there to show what a figure is made of.`;

/** Writes docs/performance.md. @throws Error when nothing was measured yet */
export async function writePerformancePage(
  results: Results,
  cases: readonly Case[],
): Promise<void> {
  const sections = cases.flatMap((one) => {
    const result = results[one.name];
    return result ? [renderCase(one, result)] : [];
  });
  if (sections.length === 0) {
    throw new Error('nothing was measured yet · bench/results.json · run npm run bench first');
  }
  const machines = Object.values(results).map(({ machine }) => machineText(machine));
  const parts = [introduction, [...new Set(machines)].join('\n\n'), missedGoals(results, cases)];
  const open = cases.filter(({ name }) => results[name] === undefined);
  if (open.length > 0) {
    const names = open.map(({ title, name }) => `${title} (\`--only ${name}\`)`);
    parts.push(`Not measured yet: ${names.join(' · ')}.`);
  }
  const file = path.join(repository, 'docs/performance.md');
  const text = [...parts, ...sections].join('\n\n');
  const options = await resolveConfig(file);
  await writeFile(file, await format(text, { ...options, filepath: file }));
  console.log('docs/performance.md written');
}

function machineText({ cpu, cores, memoryGiB, system, node, versions }: Machine): string {
  const others = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `Machine: ${cpu}, ${cores} cores, ${memoryGiB} GiB, ${system}; Node ${node}, ${others.join(', ')}.`;
}

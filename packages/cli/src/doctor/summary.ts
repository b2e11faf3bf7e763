import { exitCodes } from '../exit-codes.ts';
import { plainText } from '../output/plain-text.ts';
import type { Output } from '../output/output.ts';
import type { Finding } from './finding.ts';

/** The exit code of the first thing that is broken; 0 when nothing is. */
export function doctorExit(findings: readonly Finding[]): number {
  const found = findings.find(({ state }) => state === 'broken');
  return found ? exitCodes[found.exit ?? 'usage'] : exitCodes.ok;
}

/** The findings for a program. */
export function doctorAnswer(findings: readonly Finding[]): unknown {
  return { ok: !findings.some(({ state }) => state === 'broken'), findings };
}

/** The findings for a person: a line each. */
export function renderFindings(findings: readonly Finding[], { style }: Output): string {
  const marks = { ok: style.green('✓'), warning: style.yellow('!'), broken: style.red('✗') };
  const lines = findings.map(({ state, subject, found, advice }) => {
    const parts = [subject, found, advice].filter((part) => part !== '').map(plainText);
    return `${marks[state]} ${parts.join(' · ')}`;
  });
  const count = (state: Finding['state']): number =>
    findings.filter((finding) => finding.state === state).length;
  const [bad, odd] = [count('broken'), count('warning')];
  const end =
    bad > 0
      ? `${bad} to mend, ${odd} to look at.`
      : odd > 0
        ? `Nothing is broken, ${odd} to look at.`
        : 'All is well.';
  return [...lines, '', end].join('\n');
}

// Under GitHub Actions these lines are shown on the run's page, below its graph.
import { appendFileSync } from 'node:fs';
import process from 'node:process';

/** Elsewhere than on GitHub it writes nothing. */
export function summarize(lines) {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (file) appendFileSync(file, ['~~~text', ...lines, '~~~', ''].join('\n'));
}

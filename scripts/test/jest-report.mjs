// Jest's JSON report as a result: its totals, and what failed by name and place.
import path from 'node:path';
import { root } from '../setup/step.mjs';

/** `code` is jest's exit code: one that the report does not explain is a failure of its own. */
export function resultOf(report, code) {
  const failures = report.testResults.flatMap(failuresOf);
  if (failures.length === 0 && code !== 0)
    failures.push({ name: 'jest', text: `every test passed, yet jest ended with code ${code}` });
  return {
    passed: report.numPassedTests,
    failed: failures.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
  };
}

/** The failed tests of one suite; of a suite that did not run, the suite. */
function failuresOf({ name: suite, status, message, assertionResults }) {
  const file = path.relative(root, suite);
  const failed = assertionResults.filter((one) => one.status === 'failed');
  if (failed.length === 0) return status === 'failed' ? [{ name: file, text: message, file }] : [];
  return failed.map(({ ancestorTitles, title, failureMessages }) => ({
    name: [file, ...ancestorTitles, title].join(' › '),
    text: failureMessages.join('\n'),
    file,
    line: lineOf(suite, failureMessages.join('\n')),
  }));
}

/** The first line of the suite in the stack; undefined where it does not appear. */
function lineOf(suite, stack) {
  const [, after] = stack.split(`${suite}:`);
  return after === undefined ? undefined : Number.parseInt(after, 10);
}

import type { Task } from '../../metrics/index.ts';
import type { Findings } from '../findings.ts';
import { binaryFindings } from './binary-findings.ts';
import { multiclassFindings } from './multiclass-findings.ts';
import { regressionFindings } from './regression-findings.ts';
import type { RunFiles } from './run-files.ts';

const readers: Readonly<Record<Task, (files: RunFiles) => Promise<Findings>>> = {
  binary: binaryFindings,
  multiclass: multiclassFindings,
  regression: regressionFindings,
};

/** Reads how a run of a task does on the test cases. */
export function readFindings(task: Task, files: RunFiles): Promise<Findings> {
  return readers[task](files);
}

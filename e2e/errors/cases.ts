import { dataCases } from './cases/data-cases.ts';
import { machineCases } from './cases/machine-cases.ts';
import { modelCases } from './cases/model-cases.ts';
import { serverCases } from './cases/server-cases.ts';
import { sweepFileCases } from './cases/sweep-file-cases.ts';
import type { ErrorCase } from './error-case.ts';

/** The table of errors: everything that is known to go wrong, its message and its exit code. */
export const cases: readonly ErrorCase[] = [
  ...dataCases,
  ...sweepFileCases,
  ...serverCases,
  ...modelCases,
  ...machineCases,
];

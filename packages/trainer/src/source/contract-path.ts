import path from 'node:path';
import type { ContractSection } from '../config/index.ts';

/** Where the contract of a sweep file is: `contract.file`, else beside it: `sweep.yaml` has `sweep.contract.json`. */
export function contractPath(sweepFile: string, contract: ContractSection | undefined): string {
  const { dir, name } = path.parse(sweepFile);
  return path.resolve(dir, contract?.file ?? `${name}.contract.json`);
}

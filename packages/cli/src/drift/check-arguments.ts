import { UsageError } from '../errors/usage-error.ts';

/** @throws {UsageError} for options that do not go together */
export function checkDriftArguments(args: {
  readonly psiWarning: number;
  readonly psiDrift: number;
  readonly metric: string | undefined;
  readonly labels: string | undefined;
}): void {
  if (args.psiWarning > args.psiDrift) {
    throw new UsageError(
      `--psi-warning ${args.psiWarning} is above --psi-drift ${args.psiDrift} · command line · give the smaller one first`,
    );
  }
  if (args.metric !== undefined && args.labels === undefined) {
    throw new UsageError(
      '--metric needs labels · command line · name the column of the true target with --labels',
    );
  }
}

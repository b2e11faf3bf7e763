import path from 'node:path';
import type { GateOptions } from '@xgflow/trainer';
import type { CommandContext } from '../command.ts';
import { UsageError } from '../errors/usage-error.ts';
import { chooseServerDirectory } from '../local-server/state-directory.ts';

const text = { type: 'string', requiresArg: true } as const;

/** Options of the commands that pass a version through the gate. */
export const gateOptions = {
  policy: {
    ...text,
    describe: 'Policy file (YAML). Default: not worse than the champion beyond noise',
  },
  data: {
    ...text,
    describe:
      "CSV or Parquet file with the true target to compare on. Default: the test part of the candidate's own data",
  },
  force: {
    type: 'boolean',
    default: false,
    describe: 'Promote whatever the gate says; needs --reason, and is recorded',
  },
  reason: { ...text, describe: 'With --force: why, for the history' },
  by: { ...text, describe: 'Who decides, for the history. Default: user@machine' },
} as const;

interface GateArguments {
  readonly policy?: string | undefined;
  readonly data?: string | undefined;
  readonly force: boolean;
  readonly reason?: string | undefined;
  readonly by?: string | undefined;
}

/** The gate as the command line asks for it. @throws UsageError · ConfigError of the policy file */
export async function gateOf(
  { by, data, force, policy, reason }: GateArguments,
  { cwd, signal }: Pick<CommandContext, 'cwd' | 'signal'>,
): Promise<Omit<GateOptions, 'dryRun'>> {
  const { loadPolicy } = await import('@xgflow/trainer');
  return {
    policy: policy === undefined ? undefined : await loadPolicy(path.resolve(cwd, policy)),
    data,
    directory: cwd,
    home: await chooseServerDirectory(cwd),
    force: forced(force, reason),
    by,
    signal,
  };
}

function forced(force: boolean, reason: string | undefined): GateOptions['force'] {
  if (force && reason !== undefined) return { reason };
  if (!force && reason === undefined) return undefined;
  throw new UsageError(
    force
      ? '--force needs a reason · command line · add --reason TEXT: it stands in the history'
      : '--reason explains a --force that is not there · command line · add --force, or leave it out',
  );
}

import type { CommandContext } from '../command.ts';
import type { Finding } from './finding.ts';
import { examineLibrary } from './library.ts';
import { examineDisk, examineMemory, examineThreads } from './machine.ts';
import { examineMlflow } from './mlflow.ts';
import { currentRuntime, examineRuntime } from './runtime.ts';
import { examineServer } from './server.ts';

/** Looks at everything, in the order in which it is shown. */
export async function examine(
  args: { readonly trackingUri?: string | undefined },
  context: CommandContext,
): Promise<Finding[]> {
  const { cwd, env } = context;
  const [library, threads, disk, mlflow, server] = await Promise.all([
    examineLibrary(),
    examineThreads(),
    examineDisk(cwd),
    examineMlflow(cwd, env),
    examineServer(args, context),
  ]);
  const runtime = examineRuntime(currentRuntime());
  return [...runtime, ...library, threads, examineMemory(), ...disk, mlflow, ...server];
}

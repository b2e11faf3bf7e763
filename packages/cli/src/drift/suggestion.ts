import path from 'node:path';
import type { ResolvedModel } from '@xgflow/mlflow-client';
import type { CommandContext } from '../command.ts';
import { connect } from '../options/connect.ts';
import { shellWord } from '../output/shell-word.ts';

/** What to do about drift, and whether it has been said lately. */
export interface Suggestion {
  /** The command that trains again. */
  readonly command: string;
  /** Said within the cool-down already: when the next suggestion is due. */
  readonly quietUntil: Date | undefined;
}

interface SuggestionOptions {
  readonly resolved: ResolvedModel;
  /** Path of the current file. */
  readonly current: string;
  /** Whether it holds the target, so that it can be trained on. */
  readonly labelled: boolean;
  readonly coolDownMs: number;
  readonly now: Date;
}

/**
 * Suggests to train again: never more than once in a cool-down, which a tag on the registered model
 * remembers. A model that is not registered has no such memory.
 */
export async function suggestRetraining(
  { resolved, current, labelled, coolDownMs, now }: SuggestionOptions,
  args: { readonly trackingUri?: string | undefined },
  context: CommandContext,
): Promise<Suggestion> {
  const { name, runId } = resolved;
  const data = labelled ? path.relative(context.cwd, current) : 'LABELLED.csv';
  const command = (file: string): string =>
    ['xgflow', 'retrain', file, '--data', data].map(shellWord).join(' ');
  if (runId === undefined) return { command: command('SWEEP.yaml'), quietUntil: undefined };
  const { client } = await connect(args, context);
  const { tagsOf } = await import('@xgflow/mlflow-client');
  const { runTags } = await import('@xgflow/trainer');
  const source = tagsOf(await client.runs.get(runId))['mlflow.source.name'] ?? '';
  const file = /\.ya?ml$/u.test(source) ? source : 'SWEEP.yaml';
  if (name === undefined) return { command: command(file), quietUntil: undefined };
  const tags = (await client.registeredModels.get(name)).tags;
  const said = Date.parse(tags.find(({ key }) => key === runTags.retrainSuggested)?.value ?? '');
  const due = said + coolDownMs;
  if (due > now.getTime()) return { command: command(file), quietUntil: new Date(due) };
  await client.registeredModels.setTag(name, runTags.retrainSuggested, now.toISOString());
  return { command: command(file), quietUntil: undefined };
}

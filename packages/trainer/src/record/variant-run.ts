import { metricsOf, paramsOf, tagsOf } from '@xgflow/mlflow-client';
import type { Run } from '@xgflow/mlflow-client';
import { tasks } from '../metrics/index.ts';
import type { Task } from '../metrics/index.ts';
import { runTags } from './run-tags.ts';

/** A variant's run as the server holds it. */
export interface VariantRun {
  readonly runId: string;
  readonly experimentId: string;
  readonly sweepId: string;
  readonly variant: string;
  /** Binary where the run says nothing: it is older than the other tasks. */
  readonly task: Task;
  /** MLflow's run status: RUNNING, SCHEDULED, FINISHED, FAILED, KILLED. */
  readonly status: string;
  /** Unix time in milliseconds. */
  readonly startTime: number;
  readonly metrics: Readonly<Record<string, number>>;
  readonly params: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
}

export function toVariantRun(run: Run): VariantRun {
  const tags = tagsOf(run);
  const { info } = run;
  return {
    runId: info.run_id,
    experimentId: info.experiment_id,
    sweepId: tags[runTags.sweepId] ?? '',
    variant: tags[runTags.variant] ?? '',
    task: tasks.find((task) => task === tags[runTags.task]) ?? 'binary',
    status: info.status,
    startTime: Number(info.start_time),
    metrics: metricsOf(run),
    params: paramsOf(run),
    tags,
  };
}

import { randomUUID } from 'node:crypto';
import type { Call } from '../call/call.ts';
import { CREATE_KEY_TAG, createOnce } from '../call/create-once.ts';
import type { CallOptions, Schemas } from '../call/operation.ts';
import { toRun, type Run } from '../resources/run.ts';
import { sending } from '../resources/search-options.ts';
import { where } from '../search/filter.ts';
import { encodeTags } from '../wire/entities.ts';
import { checkTimestamp } from '../wire/timestamp.ts';

/** A run to create. */
export interface NewRun {
  readonly experimentId: string;
  /** Default: one that the server makes up. */
  readonly runName?: string;
  /** Whole milliseconds since 1970. Default: now, taken once. */
  readonly startTime?: number;
  /** MLflow's own are allowed, such as `mlflow.parentRunId`; see `contextTags`. */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * Two creates with the same key in one experiment give the same run, also from different processes one after the other.
   * Default: a new random key, so every call makes a new run.
   */
  readonly idempotencyKey?: string;
}

/**
 * Create a run exactly once. It carries a client-made tag `xgflow.create_key`; a create whose answer was lost is looked up
 * by that tag before anything is sent again.
 */
export async function createRun(call: Call, run: NewRun, options: CallOptions): Promise<Run> {
  const key = run.idempotencyKey ?? randomUUID();
  const find = () => findByKey(call, run.experimentId, key, options);
  if (run.idempotencyKey !== undefined) {
    const [existing] = await find();
    if (existing !== undefined) return existing;
  }
  const body = toBody(run, key);
  return createOnce<Run>({
    send: async () => {
      const answer = await call('POST', '/api/2.0/mlflow/runs/create', {
        ...options,
        body,
        repeatable: false,
      });
      return toRun(answer.run);
    },
    find,
    discard: (twin) =>
      call('POST', '/api/2.0/mlflow/runs/delete', {
        ...options,
        body: { run_id: twin.info.run_id },
        repeatable: true,
      }),
  });
}

async function findByKey(
  call: Call,
  experimentId: string,
  key: string,
  options: CallOptions,
): Promise<Run[]> {
  const filter = String(where.tag(CREATE_KEY_TAG).eq(key));
  const answer = await call('POST', '/api/2.0/mlflow/runs/search', {
    ...sending(options),
    repeatable: true,
    body: { experiment_ids: [experimentId], filter, order_by: ['attributes.start_time ASC'] },
  });
  return (answer.runs ?? []).map(toRun);
}

function toBody(run: NewRun, key: string): Schemas['CreateRun'] {
  return {
    experiment_id: run.experimentId,
    start_time: checkTimestamp('run startTime', run.startTime ?? Date.now()),
    tags: encodeTags({ ...run.tags, [CREATE_KEY_TAG]: key }),
    ...(run.runName === undefined ? {} : { run_name: run.runName }),
  };
}

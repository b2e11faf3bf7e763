import type { Call } from '../call/call.ts';
import type { CallOptions, Schemas } from '../call/operation.ts';
import { ParamConflictError } from '../errors/param-conflict-error.ts';
import { chunkBatch } from '../logging/batch.ts';
import { encodeParam, encodeTags } from '../wire/entities.ts';
import { encodeMetric } from '../wire/metric.ts';
import type { ParamValue } from '../wire/param-string.ts';
import { checkText } from '../wire/text.ts';

/** One point of a metric to log. */
export interface MetricPoint {
  readonly key: string;
  /** Any number; MLflow keeps NaN, and ±Infinity as ±1.7976931348623157e308. */
  readonly value: number;
  /** Whole milliseconds since 1970. Default: now, taken once for the whole batch. */
  readonly timestamp?: number;
  /** Safe integer. Default: 0. */
  readonly step?: number;
  /** Logged model that was measured. */
  readonly modelId?: string;
  /** Dataset that it was measured on, with its digest. */
  readonly dataset?: { readonly name: string; readonly digest: string };
}

/** What can be logged at once; nothing in it is required. */
export interface RunBatch {
  readonly metrics?: readonly MetricPoint[];
  /** Written as Python's `str()` would. */
  readonly params?: Readonly<Record<string, ParamValue>>;
  readonly tags?: Readonly<Record<string, string>>;
  /** One request for all of it, if the limits allow: for a new run, whose params cannot clash. Default false. */
  readonly together?: boolean;
}

/** The work of `runs.logBatch`. */
export async function logBatch(
  call: Call,
  runId: string,
  batch: RunBatch,
  options: CallOptions,
): Promise<void> {
  const now = Date.now();
  // Everything is encoded before anything is sent: a bad value must not leave half a batch behind.
  const items = {
    metrics: (batch.metrics ?? []).map((point) => encodePoint(point, now)),
    params: Object.entries(batch.params ?? {}).map(([key, value]) => encodeParam(key, value)),
    tags: encodeTags(batch.tags ?? {}),
  };
  const chunks = chunkBatch(items, { together: batch.together ?? false });
  let conflict: ParamConflictError | undefined;
  for (const { metrics, params, tags } of chunks) {
    const body = { run_id: runId, metrics: [...metrics], params: [...params], tags: [...tags] };
    try {
      // log-batch may be repeated: the timestamps are frozen, and the server keeps equal points once.
      await call('POST', '/api/2.0/mlflow/runs/log-batch', { repeatable: true, ...options, body });
    } catch (error) {
      if (!(error instanceof ParamConflictError)) throw error;
      conflict ??= error;
    }
  }
  if (conflict !== undefined) throw conflict;
}

function encodePoint(point: MetricPoint, now: number): Schemas['Metric'] {
  const { key, value, modelId, dataset } = point;
  return {
    ...encodeMetric({ key, value, timestamp: point.timestamp ?? now, step: point.step ?? 0 }),
    ...(modelId === undefined ? {} : { model_id: checkText(`metric '${key}' modelId`, modelId) }),
    ...(dataset === undefined
      ? {}
      : {
          dataset_name: checkText(`metric '${key}' dataset name`, dataset.name),
          dataset_digest: checkText(`metric '${key}' dataset digest`, dataset.digest),
        }),
  };
}

import type { ResolvedModel } from '@xgflow/mlflow-client';
import type { ModelFacts } from '../scoring/model-facts.ts';

/** Which model answered: the `model` block of our own routes. */
export interface ModelIdentity {
  readonly uri: string;
  readonly name: string | null;
  readonly version: string | null;
  readonly run_id: string | null;
  readonly model_id: string | null;
  readonly threshold: number | null;
}

export function identityOf(uri: string, resolved: ResolvedModel, facts: ModelFacts): ModelIdentity {
  const { kind, threshold, runId, modelId } = facts.info;
  return {
    uri,
    name: resolved.name ?? null,
    version: resolved.version ?? null,
    run_id: resolved.runId ?? runId ?? null,
    model_id: resolved.modelId ?? modelId ?? null,
    threshold: kind === 'binary' ? threshold : null,
  };
}

/** The identity as response headers; what a header cannot hold is percent-encoded. */
export function identityHeaders(identity: ModelIdentity): Record<string, string> {
  const { name, version, run_id, threshold } = identity;
  const entries: [string, string | null][] = [
    ['x-xgflow-model-name', name],
    ['x-xgflow-model-version', version],
    ['x-xgflow-run-id', run_id],
    ['x-xgflow-threshold', threshold === null ? null : String(threshold)],
  ];
  return Object.fromEntries(
    entries.flatMap(([key, value]) =>
      value === null
        ? []
        : [[key, /^[\x21-\x7e]+$/.test(value) ? value : encodeURIComponent(value)]],
    ),
  );
}

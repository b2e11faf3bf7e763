const DISABLED =
  /disabled because the server is running without|Artifact serving is disabled|FEATURE_DISABLED/i;

/**
 * Whether an answer says that the server lacks a feature for good. MLflow uses 503 for workspaces and
 * for artifact serving that are switched off, which waiting does not cure, and 501 for a store that
 * cannot do it.
 */
export function isDisabledFeature(answer: {
  readonly status: number;
  readonly body: string;
}): boolean {
  return answer.status === 501 || (answer.status >= 400 && DISABLED.test(answer.body));
}

import { UsageError } from '../errors/usage-error.ts';

/** Whether a model can be registered under a name: asked before a sweep, which may take hours. @throws UsageError */
export async function checkModelName(name: string): Promise<void> {
  const { checkRegisteredModelName, EncodingError } = await import('@xgflow/mlflow-client');
  try {
    checkRegisteredModelName(name);
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    throw new UsageError(
      `${error.message} · --name, or the sweep file's model name · give one such as credit_model`,
    );
  }
}

/** The parts of MLflow's JSON error body that matter here. */
export interface ErrorBody {
  readonly errorCode: string | undefined;
  readonly message: string;
}

/**
 * Reads an MLflow error body, `{"error_code", "message"}`; the newer routes under FastAPI answer
 * `{"detail": …}`. Returns undefined for anything else (HTML, plain text, cut JSON).
 */
export function parseErrorBody(text: string): ErrorBody | undefined {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof body !== 'object' || body === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(body));
  const code = fields.get('error_code');
  const message = fields.get('message') ?? fields.get('detail');
  if (code === undefined && message === undefined) return undefined;
  return {
    errorCode: typeof code === 'string' || typeof code === 'number' ? String(code) : undefined,
    message: typeof message === 'string' ? message : JSON.stringify(message ?? ''),
  };
}

/**
 * How a store behind MLflow says that it has no such object: S3's words (seen with VersityGW and moto), and the codes
 * that Azure's and Google's stores document.
 */
const MISSING =
  /\((?:404|NoSuchKey)\) when calling the (?:HeadObject|GetObject) operation|ErrorCode:\s*BlobNotFound|\bNo such object: /;

/**
 * Whether an answer says that an artifact is not there. MLflow says it with 404 for artifacts on its own disk; what S3
 * says of a key it wraps in a 500.
 */
export function isMissingObject(answer: {
  readonly status: number;
  readonly body: string;
}): boolean {
  return answer.status >= 500 && MISSING.test(answer.body);
}

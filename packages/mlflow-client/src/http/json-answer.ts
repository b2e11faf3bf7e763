import { parseExactJson } from './exact-json.ts';
import type { Outcome } from './outcome.ts';
import { SendFailure, type WireAnswer } from './send.ts';

/**
 * Judges the text of a successful answer. A JSON object is the value; an empty body that the server
 * declared empty is `{}`, as in Python. JSON that breaks off is a lost answer, never a success; anything
 * else is an answer that is not MLflow's.
 */
export function jsonOutcome(answer: WireAnswer, text: string): Outcome<unknown> {
  const contentType = answer.header('content-type') ?? '';
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === '200 OK') {
    if (trimmed === '' && endsByClosing(answer)) throw truncated();
    return { kind: 'value', value: {} };
  }
  try {
    const value = parseExactJson(trimmed);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return { kind: 'value', value };
    }
  } catch {
    if (trimmed.startsWith('{') || contentType.includes('json')) throw truncated();
  }
  return { kind: 'answer', status: answer.status, contentType, body: text };
}

/** Without a length or chunks nobody can tell an empty answer from one that was cut before its body. */
function endsByClosing(answer: WireAnswer): boolean {
  return (
    answer.header('content-length') === undefined &&
    answer.header('transfer-encoding') === undefined
  );
}

function truncated(): SendFailure {
  return new SendFailure('TRUNCATED_ANSWER', 'the answer was cut off', true, false);
}

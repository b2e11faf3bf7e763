import type { MlflowErrorDetails } from './mlflow-error.ts';
import { oneLine } from './server-message.ts';
import { UnexpectedAnswerError } from './unexpected-answer-error.ts';

const LOGIN = /\blog[ -]?in\b|\bsign[ -]?in\b|\btype="?password\b|\bsingle sign-?on\b/i;

/** The error for an answer below 400 that is not the API's: a redirect, a page, an odd status. */
export function unexpectedAnswer(
  answer: {
    readonly status: number;
    readonly contentType: string;
    readonly body: string;
    readonly location?: string | undefined;
  },
  details: MlflowErrorDetails,
): UnexpectedAnswerError {
  const { status, body } = answer;
  if (status >= 300) {
    const target =
      answer.location === undefined ? '' : ` to ${oneLine(withoutQuery(answer.location))}`;
    return new UnexpectedAnswerError(`the server redirects (${status})${target}`, {
      ...details,
      hint: 'redirects are not followed: give the final address as tracking URI, or log in first',
    });
  }
  if (/^\s*</.test(body)) {
    const login = LOGIN.test(body);
    return new UnexpectedAnswerError(
      `this looks like a ${login ? 'login page' : 'web page'}, not the MLflow API`,
      {
        ...details,
        hint: login
          ? 'give credentials that the proxy in front of MLflow accepts'
          : 'check the tracking URI and its path',
      },
    );
  }
  return new UnexpectedAnswerError(
    `the answer (${status}, ${answer.contentType || 'no content type'}) is not the JSON of the MLflow API`,
    { ...details, hint: 'check the tracking URI and what stands between' },
  );
}

/** Sign-in redirects carry state and tokens in their query. */
function withoutQuery(location: string): string {
  return location.replace(/[?#].*$/s, '');
}

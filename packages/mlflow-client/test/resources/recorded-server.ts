import { http, HttpResponse, type HttpHandler } from 'msw';
import { readFileSync } from 'node:fs';
import { MlflowClient } from '../../src/client.ts';

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** What a real server answered, recorded by fixtures/record.mjs. */
const answers = JSON.parse(
  readFileSync(new URL('../fixtures/answers.json', import.meta.url), 'utf8'),
) as Record<string, Answer>;

export const BASE = 'http://mlflow.test';

/** A client of the recorded server; the environment's settings do not reach it. */
export const recordedClient = () =>
  new MlflowClient({
    trackingUri: BASE,
    username: 'ann',
    password: 'pw',
    onWarning: () => undefined,
  });

/** The parsed body of a recorded answer. */
export function recorded(name: string): Record<string, unknown> {
  return JSON.parse(answers[name]!.body) as Record<string, unknown>;
}

/** A handler that gives recorded answers one after the other, the last one for ever. */
export function answering(verb: 'get' | 'post', path: string, ...names: string[]): HttpHandler {
  let given = 0;
  return http[verb](`${BASE}${path}`, () => {
    const answer = answers[names[Math.min(given, names.length - 1)]!]!;
    given += 1;
    return new HttpResponse(answer.body, {
      status: answer.status,
      headers: { 'content-type': answer.type },
    });
  });
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { OverloadedError } from '../../errors/overloaded-error.ts';
import type { Generation } from '../../live/generation.ts';
import { errorBody } from '../../scoring/error-answer.ts';
import type { JobKind, ScoringAnswer, ScoringJob } from '../../scoring/job.ts';
import type { ServeContext } from '../context.ts';
import { heldAsItGrows } from '../held-as-it-grows.ts';
import type { Hold } from '../held-bytes.ts';
import { DECISION_HEADER, logDecisions } from '../log-decisions.ts';
import { mediaTypeOf } from '../media-type.ts';
import { scoringQuery, type ScoringQuery } from '../scoring-query.ts';
import { sendJson } from '../send-json.ts';

/** Reasons cost a hundred times the prediction. */
const EXPLAINED_ROWS = 1000;

/** The system takes answers up to about this size at once, whether somebody reads them or not. */
const WATCHED_BYTES = 64 * 1024;

declare module 'fastify' {
  interface FastifyRequest {
    /** What its body, and then its answer, holds. */
    hold?: Hold;
    /** Of a scoring request, once it is admitted. */
    asked: ScoringQuery;
  }
}

/** POST /invocations, as MLflow's scoring server has it; /predict and /explain, with the model named. */
export function scoringRoutes(app: FastifyInstance, context: ServeContext): void {
  app.decorateRequest('asked');
  for (const kind of ['invocations', 'predict', 'explain'] as const) {
    app.post(
      `/${kind}`,
      {
        onRequest: (request, reply, done) => {
          admit(context, request, reply, done);
        },
        preParsing: ({ headers, hold }, _reply, payload, done) => {
          const grows = hold && headers['content-length'] === undefined;
          done(null, grows ? heldAsItGrows(payload, hold) : payload);
        },
      },
      (request, reply) => {
        score(context, kind, request, reply);
      },
    );
  }
}

/** Before the body is read: is what is asked for known, is it of a kind that can be read, is there room for it? */
function admit(
  { held, live, settings }: ServeContext,
  request: FastifyRequest,
  reply: FastifyReply,
  done: (error?: Error) => void,
): void {
  const media = mediaTypeOf(request.headers['content-type']);
  if ('refused' in media) {
    reply.code(415).type('text/plain; charset=utf-8').send(media.refused);
    return;
  }
  const asked = scoringQuery(request.query);
  if ('refused' in asked) {
    const { refused: message } = asked;
    sendJson(reply.code(400), errorBody({ code: 'INVALID_PARAMETER_VALUE', message }));
    return;
  }
  request.asked = asked;
  const length = Number(request.headers['content-length'] ?? 0);
  const hold = held.take(Math.min(length, settings.bodyLimit));
  if (hold === undefined) {
    done(new OverloadedError('too many large requests at a time'));
    return;
  }
  request.hold = hold;
  reply.raw.once('close', () => {
    // A body that waits for a worker is let go with what it holds.
    if (!reply.raw.writableFinished) live.current.dropGone();
    hold.release();
  });
  done();
}

function score(
  context: ServeContext,
  kind: JobKind,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const generation = context.live.current;
  const job = jobOf(context, generation, { kind, request });
  const { socket } = request.raw;
  const isGone = (): boolean => socket.destroyed;
  generation.score(job, isGone).then(
    (answer) => {
      send(context, reply, { kind, generation, answer });
    },
    (error: unknown) => {
      // Nobody is there to be told.
      if (!isGone()) reply.headers(generation.headers).send(error);
    },
  );
}

function jobOf(
  { settings }: ServeContext,
  { identityText }: Generation,
  { kind, request }: { kind: JobKind; request: FastifyRequest },
): ScoringJob {
  const media = mediaTypeOf(request.headers['content-type']);
  const { keep, top } = request.asked;
  return {
    kind,
    format: 'format' in media ? media.format : 'json',
    body: request.body instanceof Uint8Array ? request.body : new Uint8Array(),
    maxRows: kind === 'explain' ? Math.min(settings.maxRows, EXPLAINED_ROWS) : settings.maxRows,
    terse: settings.terseErrors,
    top,
    ...(kind === 'predict' && keep ? { keep: true } : {}),
    ...(settings.decisions ? { facts: true } : {}),
    ...(kind === 'invocations' ? {} : { model: identityText }),
  };
}

interface Scored {
  readonly kind: JobKind;
  readonly generation: Generation;
  readonly answer: ScoringAnswer;
}

/** With a decision log, a decision is given once it is logged. */
function send(context: ServeContext, reply: FastifyReply, scored: Scored): void {
  const { decisions } = context.settings;
  const { kind, generation, answer } = scored;
  if (!decisions || answer.status !== 200) {
    give(context, reply, scored);
    return;
  }
  logDecisions(decisions, kind, generation, answer).then(
    (id) => {
      give(context, reply.header(DECISION_HEADER, id), scored);
    },
    (error: unknown) => {
      reply.headers(generation.headers).send(error);
    },
  );
}

function give(
  { held, metrics, settings }: ServeContext,
  reply: FastifyReply,
  scored: Scored,
): void {
  const { generation, answer } = scored;
  const { status, body } = answer;
  if (status === 200) metrics.scored(answer);
  const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer);
  if (bytes.length > held.most) {
    const message = 'the answer is too large · the body · send fewer rows at a time';
    sendJson(
      reply.code(413).headers(generation.headers),
      errorBody({ code: 'RESOURCE_EXHAUSTED', message }),
    );
    return;
  }
  // The body is scored and gone; an answer may be twenty times as large, and its reader slow.
  if (reply.request.hold?.change(bytes.length) === false) {
    reply.headers(generation.headers).send(new OverloadedError('too many answers wait to be read'));
    return;
  }
  if (bytes.length > WATCHED_BYTES) reply.raw.setTimeout(settings.sendTimeoutMs);
  sendJson(reply.code(status).headers(generation.headers), bytes);
}

import { type Readable, Transform, pipeline } from 'node:stream';
import type { AttemptContext } from './attempts.ts';
import type { AnswerOutcome, Outcome } from './outcome.ts';
import { lostBody, readText } from './read-body.ts';
import type { DownloadInfo, UploadRequest } from './request.ts';
import type { Send, SendFailure, WireAnswer } from './send.ts';

type Refuse = (answer: WireAnswer) => Promise<AnswerOutcome>;

/** PUTs the body once. An error of the source (a file that cannot be read) is the caller's, not the net's. */
export async function uploadOnce(
  send: Send,
  url: string,
  headers: Readonly<Record<string, string>>,
  request: UploadRequest,
  context: AttemptContext,
  refuse: Refuse,
): Promise<Outcome<undefined>> {
  const source = request.open();
  let sourceError: Error | undefined;
  source.once('error', (error) => {
    sourceError = error;
  });
  const body = pipeline(source, meter(context), () => undefined);
  try {
    const answer = await send({
      method: 'PUT',
      url,
      headers: {
        ...headers,
        'Content-Type': request.contentType ?? 'application/octet-stream',
        'Content-Length': String(request.length),
      },
      body,
      fresh: context.fresh,
      signal: context.signal,
      verbatim: false,
    });
    if (answer.status !== 200 && answer.status !== 201) return await refuse(answer);
    await readText(answer.body, 1024 ** 2);
    return { kind: 'value', value: undefined };
  } catch (error) {
    if (sourceError !== undefined && !context.signal.aborted && source.errored === sourceError) {
      throw sourceError;
    }
    throw error;
  } finally {
    source.destroy();
    body.destroy();
  }
}

/** GETs the body once. What `consume` throws is the caller's, unless it is the body that broke. */
export async function downloadOnce<T>(
  send: Send,
  url: string,
  headers: Readonly<Record<string, string>>,
  consume: (body: Readable, info: DownloadInfo) => Promise<T>,
  context: AttemptContext,
  refuse: Refuse,
): Promise<Outcome<T>> {
  const answer = await send({
    method: 'GET',
    url,
    headers: { ...headers, 'Accept-Encoding': 'identity' },
    fresh: context.fresh,
    signal: context.signal,
    verbatim: true,
  });
  if (answer.status !== 200) return refuse(answer);
  let lost: SendFailure | undefined;
  answer.body.once('error', (error) => {
    lost = lostBody(error);
  });
  const body = pipeline(answer.body, meter(context), () => undefined);
  const declared = Number(answer.header('content-length'));
  const length = answer.header('content-length') === undefined ? undefined : declared;
  const contentType = answer.header('content-type') ?? '';
  const date = dateOf(answer.header('date'));
  try {
    return { kind: 'value', value: await consume(body, { length, contentType, date }) };
  } catch (error) {
    throw lost ?? error;
  } finally {
    body.destroy();
    answer.body.destroy();
  }
}

function dateOf(header: string | undefined): Date | undefined {
  const date = new Date(header ?? '');
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Passes bytes on and tells that they moved. */
function meter(context: AttemptContext): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      context.touch();
      done(null, chunk);
    },
  });
}

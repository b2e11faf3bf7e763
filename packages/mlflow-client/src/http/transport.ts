import { Axios, AxiosHeaders, type AxiosResponse, isCancel } from 'axios';
import type { Readable } from 'node:stream';
import { systemError } from '../errors/system-error.ts';
import type { ResolvedOptions } from '../options/resolved-options.ts';
import { type Agents, createAgents } from './agents.ts';
import { type Clock, systemClock } from './clock.ts';
import { assembleTransport } from './operations.ts';
import type { Transport } from './request.ts';
import { type Send, SendFailure } from './send.ts';
import { type Progress, watchedRequest } from './watched-request.ts';

export type { Transport } from './request.ts';

/** The transport of one client: its own connections, its own limit of requests in flight. */
export function createTransport(options: ResolvedOptions, clock: Clock = systemClock): Transport {
  const agents = createAgents(options);
  return assembleTransport(options, clock, createSend(agents), () => {
    agents.destroy();
  });
}

/**
 * Axios without the defaults that bite: `new Axios` knows no global defaults and no transforms; every
 * status is an answer, redirects are not followed, bodies are streams that we read under our own limits
 * and deadlines. A proxy from the environment is honoured.
 */
function createSend(agents: Agents): Send {
  const axios = new Axios({ headers: new AxiosHeaders() });
  return async (request) => {
    const progress: Progress = { connected: false, reused: false };
    const pair = request.fresh ? agents.fresh : agents.pooled;
    try {
      const response: AxiosResponse<Readable> = await axios.request({
        adapter: 'http',
        method: request.method,
        url: request.url,
        headers: new AxiosHeaders({ ...request.headers }),
        data: request.body,
        httpAgent: pair.http,
        httpsAgent: pair.https,
        transport: watchedRequest(progress),
        responseType: 'stream',
        decompress: !request.verbatim,
        maxRedirects: 0,
        maxBodyLength: Infinity,
        maxContentLength: -1,
        timeout: 0,
        validateStatus: null,
        signal: request.signal,
      });
      return {
        status: response.status,
        header: (name) => {
          const value: unknown = response.headers[name];
          return typeof value === 'string' ? value : undefined;
        },
        body: response.data,
      };
    } catch (error) {
      throw sendFailure(error, progress);
    }
  };
}

/** Copies what is needed: an AxiosError carries the Authorization header, so none may escape. */
function sendFailure(error: unknown, { connected, reused }: Progress): SendFailure {
  if (isCancel(error)) return new SendFailure('CANCELLED', 'cancelled', connected, reused);
  const { code = 'UNKNOWN', message = code } = systemError(error);
  return new SendFailure(code, message, connected, reused);
}

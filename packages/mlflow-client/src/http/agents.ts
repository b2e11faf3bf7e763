import http from 'node:http';
import https from 'node:https';
import type { ResolvedOptions } from '../options/resolved-options.ts';

/** uvicorn closes a connection after 5 s of idleness; ours must be gone before. */
const FREE_SOCKET_MS = 3_500;

export interface AgentPair {
  readonly http: http.Agent;
  readonly https: https.Agent;
}

/** `pooled` keeps idle connections for 3.5 s; `fresh` opens one per request. */
export interface Agents {
  readonly pooled: AgentPair;
  readonly fresh: AgentPair;
  destroy(): void;
}

export function createAgents(options: ResolvedOptions): Agents {
  const pem = options.tls.client?.reveal();
  const tls = {
    ...(options.tls.ca === undefined ? {} : { ca: options.tls.ca }),
    ...(pem === undefined ? {} : { cert: pem, key: pem }),
    rejectUnauthorized: !options.tls.insecure,
  };
  const pool = { keepAlive: true, timeout: FREE_SOCKET_MS, maxFreeSockets: options.maxInFlight };
  const pooled = { http: new http.Agent(pool), https: new https.Agent({ ...pool, ...tls }) };
  const fresh = {
    http: new http.Agent({ keepAlive: false }),
    https: new https.Agent({ keepAlive: false, ...tls }),
  };
  return {
    pooled,
    fresh,
    destroy() {
      for (const pair of [pooled, fresh]) {
        pair.http.destroy();
        pair.https.destroy();
      }
    },
  };
}

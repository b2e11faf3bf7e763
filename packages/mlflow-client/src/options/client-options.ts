import type { WaitingEvent } from '../http/waiting.ts';

/** What a user may set. What is left out comes from the environment, then from the default. */
export interface ClientOptions {
  /** `http(s)://[user:password@]host[:port][/prefix]`. Environment: `MLFLOW_TRACKING_URI`. No default. */
  readonly trackingUri?: string | undefined;
  /** `MLFLOW_TRACKING_USERNAME`, then `~/.mlflow/credentials`. */
  readonly username?: string | undefined;
  /** `MLFLOW_TRACKING_PASSWORD`, then `~/.mlflow/credentials`. */
  readonly password?: string | undefined;
  /**
   * Bearer token; a user name with a password wins over it, as in Python. `MLFLOW_TRACKING_TOKEN`. A function is asked before every
   * request, for a token that runs out: let it return the newest one at once, and renew that beside.
   */
  readonly token?: string | (() => string) | undefined;
  /**
   * Sent with every request, such as what a gateway in front of the server wants; they win over the client's own. Their values
   * are kept out of every message. Default none.
   */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as `X-MLFLOW-WORKSPACE`. `MLFLOW_WORKSPACE`. */
  readonly workspace?: string | undefined;
  /** PEM file of the certificate authorities to trust. `MLFLOW_TRACKING_SERVER_CERT_PATH`. */
  readonly caPath?: string | undefined;
  /** PEM file with the client's certificate and key. `MLFLOW_TRACKING_CLIENT_CERT_PATH`. */
  readonly clientCertPath?: string | undefined;
  /** Trust any certificate. Default false. `MLFLOW_TRACKING_INSECURE_TLS`. */
  readonly insecureTls?: boolean | undefined;
  /**
   * Longest time of one attempt of an API request, its answer included, in ms. Default 35 000: a little
   * more than the 30 s after which the server's database pool gives up, so that its answer is heard.
   * `MLFLOW_HTTP_REQUEST_TIMEOUT`, in seconds.
   */
  readonly attemptTimeoutMs?: number | undefined;
  /** Longest time of an API request over all attempts, in ms. Default 120 000. */
  readonly deadlineMs?: number | undefined;
  /** Longest time of an artifact transfer over all attempts, in ms. Default 3 600 000. */
  readonly transferDeadlineMs?: number | undefined;
  /** Longest time in which a transfer moves no byte, in ms. Default 60 000. */
  readonly transferIdleMs?: number | undefined;
  /** How long a server that never answered may refuse connections, in ms. Default 5 000. */
  readonly connectPatienceMs?: number | undefined;
  /** Most requests in flight, a whole number. Default 8. */
  readonly maxInFlight?: number | undefined;
  /** Largest JSON answer, decompressed, in bytes. Default 64 MiB. */
  readonly maxAnswerBytes?: number | undefined;
  /** Told of settings that work but are dangerous. Default: `process.emitWarning`. */
  readonly onWarning?: ((message: string) => void) | undefined;
  /**
   * Told once when requests have been sent again for 3 s or have to wait as long, because the server is away or asks for it (429,
   * `Retry-After`), or when one has heard nothing for 10 s; and when the last of them is answered. Default: nobody is.
   */
  readonly onWaiting?: ((event: WaitingEvent) => void) | undefined;
}

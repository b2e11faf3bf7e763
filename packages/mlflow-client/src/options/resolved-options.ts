import type { Secret } from '../http/secret.ts';
import type { WaitingEvent } from '../http/waiting.ts';

/** As whom the client speaks. */
export type Auth =
  | { readonly kind: 'none' }
  | { readonly kind: 'basic'; readonly username: string; readonly password: Secret }
  | { readonly kind: 'bearer'; readonly token: Secret };

/** Options with everything decided; secrets are wrapped, so that this may be inspected. */
export interface ResolvedOptions {
  /** Tracking URI without credentials and without a slash at its end. */
  readonly baseUrl: string;
  readonly origin: string;
  readonly auth: Auth;
  readonly headers: ReadonlyMap<string, Secret>;
  readonly workspace: string | undefined;
  /** PEM text; the client's holds certificate and key. */
  readonly tls: {
    readonly ca: string | undefined;
    readonly client: Secret | undefined;
    readonly insecure: boolean;
  };
  readonly attemptTimeoutMs: number;
  readonly deadlineMs: number;
  readonly transferDeadlineMs: number;
  readonly transferIdleMs: number;
  readonly connectPatienceMs: number;
  readonly maxInFlight: number;
  readonly maxAnswerBytes: number;
  readonly onWaiting: (event: WaitingEvent) => void;
}

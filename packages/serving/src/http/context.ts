import type { LiveModel } from '../live/live-model.ts';
import type { HeldBytes } from './held-bytes.ts';
import type { ServeMetrics } from './serve-metrics.ts';
import type { Settings } from './serve-options.ts';

/** What the routes share. */
export interface ServeContext {
  readonly settings: Settings;
  readonly live: LiveModel;
  readonly metrics: ServeMetrics;
  readonly held: HeldBytes;
  /** Whether the server is ending: it answers, but wants no more. */
  draining: boolean;
  /** Requests between their headers and the end of their answer. */
  inFlight: number;
}

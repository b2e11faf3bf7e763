import type { LoadedVersion } from './load-version.ts';

/** The champion as the gate finds it. */
export type Champion =
  | { readonly kind: 'none' }
  | { readonly kind: 'loaded'; readonly loaded: LoadedVersion }
  | { readonly kind: 'unloadable'; readonly version: string; readonly reason: string };

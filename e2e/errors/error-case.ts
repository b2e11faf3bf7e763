import type { Scene } from './scene.ts';

/** A command line on a staged scene. */
export interface Staged {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Send `signal` when stderr says this. */
  readonly interrupt?: { readonly when: RegExp; readonly signal: 'SIGINT' | 'SIGTERM' };
  /** Directory to run in, below the scene. Default: the scene. */
  readonly cwd?: string;
  /** User to run as, where root would be let in; needs root. */
  readonly as?: 'nobody';
}

/** One thing that goes wrong, and how the command must end. */
export interface ErrorCase {
  readonly name: string;
  readonly exit: number;
  /** The whole line, without its mark: what · where · what to do. */
  readonly says: RegExp;
  /** What the command may leave behind, by path below the directory. Default: nothing. */
  readonly leaves?: RegExp;
  readonly needsRoot?: true;
  stage(scene: Scene): Staged | Promise<Staged>;
}

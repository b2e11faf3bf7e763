import { ConfigError } from '../../src/config/config-error.ts';
import { parseSweepConfig } from '../../src/config/load-sweep-config.ts';

/** The problems of a sweep file's text, a line each as the command prints them. */
export function problemsOf(text: string): string[] {
  try {
    parseSweepConfig(text);
  } catch (error) {
    if (error instanceof ConfigError) {
      return error.problems.map(({ what, where, fix }) => `${what} · ${where} · ${fix}`);
    }
    throw error;
  }
  throw new Error('the text was accepted');
}

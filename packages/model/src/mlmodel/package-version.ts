import { readFileSync } from 'node:fs';

/**
 * Version of this package, which all packages of a release share, from its package.json: two folders
 * up in src/ and in dist/.
 */
export function packageVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

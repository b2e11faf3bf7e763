import { ArtifactPathError } from '../errors/artifact-path-error.ts';
import { hasLoneSurrogate } from '../wire/lone-surrogate.ts';

type Problem = readonly [when: (path: string) => boolean, problem: string, hint: string];

const HINT = 'rename the file';

/**
 * What the server cannot hold. It decodes a path up to ten times and parses it as a URL each time, so
 * `%41`, `#` and a `?` or `;` at certain places change the name silently or are refused.
 */
const PROBLEMS: readonly Problem[] = [
  [(p) => p === '', 'is empty', 'name the file'],
  [(p) => p.startsWith('/') || /^[a-z]:/i.test(p), 'is absolute', 'make it relative to the run'],
  [
    (p) => p.split('/').some((segment) => ['', '.', '..'].includes(segment)),
    'has an empty, . or .. segment',
    'pass the plain path',
  ],
  [(p) => p.includes('\\'), 'holds a backslash', 'separate folders with /'],
  [(p) => /\p{Cc}/u.test(p), 'holds a control character', HINT],
  [(p) => p.includes('#'), 'holds #, where the server would cut the name', HINT],
  [(p) => /%[0-9a-f]{2}/i.test(p), 'holds % with two hex digits, which the server decodes', HINT],
  [(p) => /[?;]$|;\?/.test(p), 'ends with ? or ;, which the server drops', HINT],
  [hasLoneSurrogate, 'has a lone surrogate', HINT],
];

/**
 * Returns the path when the server can hold it under exactly this name, else throws
 * `ArtifactPathError`; nothing was sent then.
 */
export function checkArtifactPath(path: string): string {
  for (const [when, problem, hint] of PROBLEMS) {
    if (when(path)) throw new ArtifactPathError(path, problem, hint);
  }
  return path;
}

/** Encodes each segment once, as the server's routes expect. */
export function encodeArtifactPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

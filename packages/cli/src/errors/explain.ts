import { exitCodes, type ExitName } from '../exit-codes.ts';
import { atLeast, lowestNode } from '../node-version.ts';
import { plainText } from '../output/plain-text.ts';
import { exitNameOfSignal } from '../signals.ts';
import { exitNameOfError } from './error-names.ts';
import { InterruptedError } from './interrupted-error.ts';
import { systemErrorCode } from './system-error-code.ts';

/** An error as the user sees it. */
export interface Explanation {
  /** Stable name of the kind, the `code` of `--json`. */
  readonly code: ExitName;
  readonly exitCode: number;
  /** One line: what · where · what to do (the hint not included). */
  readonly message: string;
  /** What to do, where the error says it apart from its message; else null. */
  readonly hint: string | null;
}

const longestLine = 2000;

/** The error and its causes, outermost first; a cycle ends the walk. */
export function causes(error: unknown): readonly unknown[] {
  const chain: unknown[] = [];
  for (let current = error; current !== undefined && !chain.includes(current);) {
    chain.push(current);
    current = current instanceof Error ? current.cause : undefined;
  }
  return chain;
}

/** The literal name of an error, then those of the classes it extends. */
function names(error: Error): readonly string[] {
  const found = [error.name];
  for (
    let prototype: unknown = Object.getPrototypeOf(error);
    prototype instanceof Error;
    prototype = Object.getPrototypeOf(prototype)
  ) {
    found.push(prototype.constructor.name);
  }
  return found;
}

const user = process.getuid?.();
/** In a container the user's name says little, and whose a mounted directory is shows by number. */
const letIn = user === undefined ? 'check the path' : `let user ${user} in, or name another path`;
const checkPath = 'check the path';
/** What the system may say of a path, and what to do. */
const pathErrors: Readonly<Record<string, readonly [what: string, advice: string]>> = {
  ENOENT: ['no such file or directory', checkPath],
  EACCES: ['permission denied', letIn],
  EPERM: ['permission denied', letIn],
  EISDIR: ['is a directory', checkPath],
  ENOTDIR: ['not a directory', checkPath],
  EEXIST: ['a file is in its place', checkPath],
  EROFS: ['read-only file system', checkPath],
  ENAMETOOLONG: ['the name is too long', 'choose a shorter one'],
  EMFILE: ['too many files are open', 'raise the limit (ulimit -n) and repeat'],
  ENFILE: ['too many files are open on this machine', 'close some programs and repeat'],
};

function exitNameOf(error: unknown): ExitName {
  const chain = causes(error);
  const interrupted = chain.find((cause) => cause instanceof InterruptedError);
  if (interrupted) return exitNameOfSignal[interrupted.signal];
  if (chain.some((cause) => ['ENOSPC', 'EDQUOT'].includes(systemErrorCode(cause) ?? ''))) {
    return 'disk-full';
  }
  if (!(error instanceof Error)) return 'bug';
  const listed = names(error).find((name) => Object.hasOwn(exitNameOfError, name));
  if (listed !== undefined) return exitNameOfError[listed] ?? 'bug';
  return Object.hasOwn(pathErrors, systemErrorCode(error) ?? '') ? 'usage' : 'bug';
}

function pathOf(error: Error): string {
  return 'path' in error && typeof error.path === 'string' ? ` · ${error.path}` : '';
}

/** A write that fails with ENOSPC does not say where it was going. */
function fullPlace(error: Error): string {
  const named = causes(error).find((cause) => cause instanceof Error && pathOf(cause) !== '');
  return named instanceof Error
    ? pathOf(named)
    : ' · the output, .xgflow/ or the temporary directory (`xgflow doctor` shows their space)';
}

function messageOf(error: unknown, code: ExitName): string {
  if (!(error instanceof Error)) return String(error);
  const system = systemErrorCode(error) ?? '';
  if (code === 'disk-full')
    return `the disk is full${fullPlace(error)} · free some space and repeat`;
  const [what, advice] = Object.hasOwn(pathErrors, system) ? (pathErrors[system] ?? []) : [];
  if (what !== undefined && !Object.hasOwn(exitNameOfError, error.name)) {
    return `${what}${pathOf(error)} · ${advice ?? checkPath}`;
  }
  return error.message === '' ? error.name : error.message;
}

function shortened(line: string): string {
  return line.length > longestLine ? `${line.slice(0, longestLine - 1)}…` : line;
}

/** How a command ends for an error on this version of Node: never throws, whatever was thrown at it. */
export function explain(error: unknown, node: string = process.versions.node): Explanation {
  const code = exitNameOf(error);
  const message = shortened(plainText(messageOf(error, code)));
  // The message of a full disk says already what to do.
  const said =
    error instanceof Error && 'hint' in error && code !== 'disk-full' ? error.hint : undefined;
  const hint =
    typeof said === 'string' && said !== '' && !message.includes(said) ? plainText(said) : null;
  if (code !== 'bug') return { code, exitCode: exitCodes[code], message, hint };
  if (!atLeast(node, lowestNode)) {
    const old = `Node ${node} is too old · ${message}`;
    const exitCode = exitCodes.usage;
    return { code: 'usage', exitCode, message: old, hint: `use Node ${lowestNode} or newer` };
  }
  return {
    code,
    exitCode: exitCodes.bug,
    message: `unexpected error: ${message}`,
    hint: 'this is a bug in xgflow · --debug shows where',
  };
}

const user = process.getuid?.();
/** In a container the user's name says little, and whose a mounted folder is shows by number. */
const letIn =
  user === undefined
    ? 'check the permissions of the folder'
    : `let user ${user} in, or choose another path`;

const KNOWN: Readonly<Record<string, readonly [what: string, advice: string]>> = {
  ENOENT: ['there is no such folder', 'make the folder, or choose another path'],
  ENOTDIR: ['part of the path is not a folder', 'choose another path'],
  EEXIST: ['there is a file in its place', 'choose another path'],
  EISDIR: ['a folder is in its place', 'choose another path'],
  EACCES: ['no permission to write', letIn],
  EPERM: ['no permission to write', letIn],
  EROFS: ['the file system is read-only', 'choose another path'],
  ENOSPC: ['the disk is full', 'free some space and repeat'],
  EDQUOT: ['the disk quota is used up', 'free some space and repeat'],
  EMFILE: ['too many files are open', 'raise the limit (ulimit -n) and repeat'],
  ENFILE: ['too many files are open', 'close some programs and repeat'],
  ENAMETOOLONG: ['the name is too long', 'choose a shorter one'],
};

/** Why a file could not be written, in words, and what to do. */
export interface WriteFault {
  /** The system's error code, such as `ENOSPC`; undefined where it gave none. */
  readonly code: string | undefined;
  readonly what: string;
  readonly advice: string;
}

/** Reads what was thrown when a file was written. */
export function writeFault(cause: unknown): WriteFault {
  const { code, message } = (cause ?? {}) as {
    readonly code?: unknown;
    readonly message?: unknown;
  };
  const known = typeof code === 'string' ? code : undefined;
  const [what, advice] = KNOWN[known ?? ''] ?? [
    `the system refuses it (${known ?? String(message ?? cause).replaceAll(/\s+/g, ' ')})`,
    'check the folder and the disk',
  ];
  return { code: known, what, advice };
}

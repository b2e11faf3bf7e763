/** The error with the path that the user knows: Node names a temporary file, and of a write to an open file none. */
export function withPath(error: unknown, path: string): unknown {
  return error instanceof Error ? Object.assign(error, { path }) : error;
}

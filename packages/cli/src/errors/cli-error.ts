/** Base of every error the command line itself raises; errors of the other packages keep their own families. */
export abstract class CliError extends Error {
  abstract override readonly name: string;
}

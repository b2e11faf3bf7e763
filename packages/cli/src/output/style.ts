import pc from 'picocolors';

/** The few styles of the command line; each is the identity where colour is off. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  green(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
}

/** Colour for a stream: on a terminal unless NO_COLOR is set (to anything) or TERM is dumb; FORCE_COLOR turns it on. */
export function styleFor(
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): Style {
  const forced = (env.FORCE_COLOR ?? '') !== '' && env.FORCE_COLOR !== '0';
  const terminal = stream.isTTY === true && env.TERM !== 'dumb';
  return pc.createColors((env.NO_COLOR ?? '') === '' && (forced || terminal));
}

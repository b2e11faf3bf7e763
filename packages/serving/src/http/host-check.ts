import { isIP } from 'node:net';
import { hostname } from 'node:os';

/** Addresses that stand for every one of the machine. */
const EVERY_ADDRESS: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

/**
 * Whether a Host header names this server. A page elsewhere can have its own name point at 127.0.0.1
 * (DNS rebinding) and read the answers as its own; its requests carry that name. An address in
 * figures points nowhere else, so every one is taken.
 *
 * @param listensOn the address listened on; where that is every one, the machine's name counts too
 * @param names further ones, with or without a port, in which `*` stands for any letters, as MLflow's
 *   server has it; `*` alone takes every header
 */
export function hostCheck(
  listensOn: string,
  names: readonly string[],
): (header: string | undefined) => boolean {
  if (names.includes('*')) return () => true;
  const own = EVERY_ADDRESS.has(listensOn) ? hostname() : listensOn;
  const patterns = ['localhost', own, ...names].map(patternOf);
  let known: string | undefined;
  return (header) => {
    if (header === undefined) return false;
    // Clients ask under one name again and again.
    if (header === known) return true;
    const { address, text } = parsed(header);
    const allowed = isIP(address) > 0 || patterns.some((pattern) => pattern.test(text));
    if (allowed) known = header;
    return allowed;
  };
}

/** `[::1]:8080` is the address `::1`; a name may end in the point of the root. */
function parsed(header: string): { readonly address: string; readonly text: string } {
  const text = header.toLowerCase().replace(/\.(?=:\d+$|$)/u, '');
  const [, six, other = ''] = /^(?:\[([^\]]*)\]|([^:]*))(?::\d+)?$/u.exec(text) ?? [];
  return { address: six ?? other, text };
}

function patternOf(name: string): RegExp {
  const literal = name
    .toLowerCase()
    .split('*')
    .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/gu, String.raw`\$&`));
  return new RegExp(`^${literal.join('.*')}(?::\\d+)?$`, 'u');
}

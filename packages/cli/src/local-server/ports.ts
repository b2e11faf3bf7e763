import { readdir, readFile, readlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { groupMembers } from '@xgflow/mlflow-client/process';
import { UsageError } from '../errors/usage-error.ts';

/** Unprivileged ports that browsers, and `fetch`, refuse to open (WHATWG Fetch, "bad port"): no UI could be shown there. */
const refusedByBrowsers = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669,
  6679, 6697, 10080,
]);

/** How many ports after the wanted one are tried. */
const reach = 100;
const lastPort = 65_535;

function isFree(port: number): Promise<boolean> {
  if (refusedByBrowsers.has(port)) return Promise.resolve(false);
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}

/** The first port of 127.0.0.1 from `wanted` on that is free and that browsers open. @throws UsageError when 100 in a row are taken. */
export async function freePort(wanted: number): Promise<number> {
  const last = Math.min(lastPort, wanted + reach - 1);
  for (let port = wanted; port <= last; port += 1) if (await isFree(port)) return port;
  throw new UsageError(
    `no free port · 127.0.0.1, ${wanted} to ${last} · give another one with --port`,
  );
}

/** Inodes of the sockets that listen on a port, from /proc/net/tcp: local address in field 1, state 0A = LISTEN. */
async function listeningInodes(port: number): Promise<Set<string>> {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  const rows = (await readFile('/proc/net/tcp', 'utf8')).split('\n').slice(1);
  return new Set(
    rows
      .map((row) => row.trim().split(/\s+/u))
      .filter((fields) => fields[1]?.endsWith(`:${hex}`) === true && fields[3] === '0A')
      .map((fields) => `socket:[${fields[9] ?? ''}]`),
  );
}

async function openFiles(pid: number): Promise<string[]> {
  const names = await readdir(`/proc/${pid}/fd`).catch(() => []);
  return Promise.all(names.map((name) => readlink(`/proc/${pid}/fd/${name}`).catch(() => '')));
}

/**
 * Whether a process of the group listens on the port. A server takes 16 s from its start until it binds: an answer
 * on the port alone could be that of another server that was faster.
 */
export async function groupListensOn(group: number, port: number): Promise<boolean> {
  const inodes = await listeningInodes(port);
  for (const pid of groupMembers(group)) {
    if ((await openFiles(pid)).some((file) => inodes.has(file))) return true;
  }
  return false;
}

import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const pollMs = 200;

function listen(name: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.destroy();
    });
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen({ path: name, exclusive: true }, () => {
      resolve(server);
    });
  });
}

/**
 * Runs `work` while no other process on this machine does so for the same directory; others wait. The lock is an
 * abstract Unix socket, which the kernel frees with the process that holds it: it cannot be left behind.
 *
 * @throws the signal's reason when it is aborted while waiting.
 */
export async function withStartLock<T>(
  directory: string,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  const place = createHash('sha256')
    .update(await realpath(directory))
    .digest('hex')
    .slice(0, 32);
  const name = `\0xgflow-server-${place}`;
  let held = await listen(name);
  while (held === undefined) {
    signal.throwIfAborted();
    await sleep(pollMs);
    held = await listen(name);
  }
  try {
    return await work();
  } finally {
    held.close();
  }
}

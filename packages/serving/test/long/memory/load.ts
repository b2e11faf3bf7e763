import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** How many clients of each kind ask at the same time. */
export interface Clients {
  /** Bodies of 2 MB to /predict, one after the other. */
  readonly large: number;
  /** One row to /invocations. */
  readonly small: number;
  /** 400 rows to /predict. */
  readonly middle: number;
  /** 900 rows to /explain. */
  readonly explain: number;
  /** CSV whose answer of 4 MB is not read on. */
  readonly unread: number;
  /** Connections a second that are cut in the middle of a body of 2 MB. */
  readonly cut: number;
}

/** More than two cores can do. */
export const OVERLOAD: Clients = {
  large: 16,
  small: 20,
  middle: 20,
  explain: 10,
  unread: 60,
  cut: 25,
};

interface Ask {
  readonly kind: string;
  readonly path: string;
  readonly type: string;
  readonly body: Buffer;
}

const JSON_TYPE = 'application/json';

function rows(count: number, padding = 0): Buffer {
  const data = Array<string>(count).fill('[3,"north",2]').join(',');
  const columns = '"columns":["n","region","children"]';
  return Buffer.from(`{"dataframe_split":{${columns},"data":[${data}]}}${' '.repeat(padding)}`);
}

const asks = {
  large: { kind: 'large', path: '/predict', type: JSON_TYPE, body: rows(95_000, 670_000) },
  small: { kind: 'small', path: '/invocations', type: JSON_TYPE, body: rows(1) },
  middle: { kind: 'middle', path: '/predict', type: JSON_TYPE, body: rows(400) },
  explain: { kind: 'explain', path: '/explain', type: JSON_TYPE, body: rows(900) },
  unread: {
    kind: 'unread',
    path: '/predict?keep=all',
    type: 'text/csv',
    body: Buffer.from(`n,region,children\n${',,\n'.repeat(99_000)}`),
  },
} as const satisfies Record<string, Ask>;

function head({ path, type, body }: Ask): string {
  return `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}\r\n\r\n`;
}

/** Clients that ask until they are told to stop, with as little work of their own as may be. */
export class Load {
  /** Answers by kind and status. */
  readonly counts: Record<string, number> = {};
  readonly #url: URL;
  readonly #sockets = new Set<Socket>();
  #going = true;

  constructor(url: string, clients: Clients) {
    this.#url = new URL(url);
    for (const kind of ['large', 'small', 'middle', 'explain'] as const) {
      const pause = kind === 'large' ? 0 : kind === 'small' ? 20 : 50;
      for (let client = 0; client < clients[kind]; client++) this.#keepAsking(asks[kind], pause);
    }
    for (let client = 0; client < clients.unread; client++) this.#leaveUnread();
    if (clients.cut > 0) void this.#cutAgainAndAgain(1000 / clients.cut);
  }

  /** Closes every connection. */
  stop(): void {
    this.#going = false;
    for (const socket of this.#sockets) socket.destroy();
  }

  #count(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1;
  }

  #open(onClose: () => void): Socket {
    const socket = connect(Number(this.#url.port), this.#url.hostname);
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => {
      this.#sockets.delete(socket);
      if (this.#going) setTimeout(onClose, 50);
    });
    return socket;
  }

  #keepAsking(ask: Ask, pause: number): void {
    const socket = this.#open(() => {
      this.#keepAsking(ask, pause);
    });
    let start = '';
    let missing = 0;
    const send = (): void => {
      start = '';
      socket.write(head(ask));
      socket.write(ask.body);
    };
    socket.once('connect', send);
    socket.on('data', (chunk: Buffer) => {
      if (start.endsWith('\r\n\r\n')) {
        missing -= chunk.length;
      } else {
        const text = start + chunk.toString('latin1');
        const end = text.indexOf('\r\n\r\n') + 4;
        if (end < 4) {
          start = text;
          return;
        }
        start = text.slice(0, end);
        missing = Number(/content-length: (\d+)/iu.exec(start)?.[1]) - (text.length - end);
      }
      if (missing > 0) return;
      const status = start.slice(9, 12);
      this.#count(`${ask.kind} ${status}`);
      setTimeout(send, status === '503' ? Math.max(pause, 30) : pause);
    });
  }

  #leaveUnread(): void {
    const socket = this.#open(() => {
      this.#leaveUnread();
    });
    socket.once('readable', () => {
      const begin = socket.read(12) as Buffer | null;
      const status = begin?.toString('latin1', 9, 12) ?? 'none';
      this.#count(`unread ${status}`);
      if (status !== '200') socket.destroy();
    });
    socket.write(head(asks.unread));
    socket.write(asks.unread.body);
  }

  async #cutAgainAndAgain(pause: number): Promise<void> {
    while (this.#going) {
      const { large } = asks;
      const socket = this.#open(() => undefined);
      socket.write(head(large));
      socket.write(large.body.subarray(0, Math.round(Math.random() * large.body.length)));
      setTimeout(() => socket.destroy(), 20 + Math.random() * 60);
      this.#count('cut');
      await sleep(pause);
    }
  }
}

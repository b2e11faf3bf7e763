import { expect, test } from '@jest/globals';
import { Readable } from 'node:stream';
import { rejection, withServer } from './with-server.ts';

test('an upload whose connection breaks is sent again, whole', async () => {
  const bodies: string[] = [];
  await withServer(
    (request, response, n) => {
      if (n === 1) {
        request.socket.destroy();
        return;
      }
      let text = '';
      request.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      request.on('end', () => {
        bodies.push(text);
        response.writeHead(200, { 'content-length': 0 }).end();
      });
    },
    async ({ transport, seen }) => {
      const open = () => Readable.from(['hello ', 'world'].map((part) => Buffer.from(part)));
      await transport.upload({ path: '/a', length: 11, open });
      expect(bodies).toEqual(['hello world']);
      expect(seen).toHaveLength(2);
    },
  );
});

test('an upload that cannot read its source fails with the source’s own error', async () => {
  await withServer(
    (request) => request.resume(),
    async ({ transport, seen }) => {
      const broken = new Error('disk gone');
      const open = () =>
        new Readable({
          read() {
            this.destroy(broken);
          },
        });
      expect(await rejection(transport.upload({ path: '/a', length: 11, open }))).toBe(broken);
      expect(seen.length).toBeLessThan(2);
    },
  );
});

test('a download that breaks off is read again from its start', async () => {
  await withServer(
    (_, response, n) => {
      response.writeHead(200, { 'content-length': 10 });
      response.write('01234');
      if (n === 1) setTimeout(() => response.socket?.destroy(), 20);
      else response.end('56789');
    },
    async ({ transport }) => {
      const text = await transport.download({ path: '/a' }, async (body, { length }) => {
        const chunks = await body.toArray();
        return [Buffer.concat(chunks as Buffer[]).toString(), length];
      });
      expect(text).toEqual(['0123456789', 10]);
    },
  );
});

test('a download whose reader fails is the reader’s affair', async () => {
  await withServer(
    (_, response) => response.end('x'.repeat(1000)),
    async ({ transport, seen }) => {
      const broken = new Error('disk full');
      const consume = () => Promise.reject(broken);
      expect(await rejection(transport.download({ path: '/a' }, consume))).toBe(broken);
      expect(seen).toHaveLength(1);
    },
  );
});

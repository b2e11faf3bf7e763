import { request } from 'node:http';
import { hostname } from 'node:os';
import { expect, test } from '@jest/globals';
import { hostCheck } from '../../src/http/host-check.ts';
import { withServer } from '../support/server.ts';
import { withFolder, writeSmallModel } from '../support/small-model.ts';

const every = hostCheck('0.0.0.0', []);
const named = hostCheck('127.0.0.1', ['scores.example.com', '*.lan', 'proxy:8443']);

test.each<[string, (header: string | undefined) => boolean, string | undefined, boolean]>([
  ['localhost', named, 'localhost:8080', true],
  ['without its port', named, 'LocalHost', true],
  ['with the point of the root', named, 'localhost.:8080', true],
  ['an IPv4 address', named, '127.0.0.1:8080', true],
  ['any of the machine', named, '192.168.1.7:80', true],
  ['an IPv6 address', named, '[::1]:8080', true],
  ['a name given', named, 'Scores.Example.com:80', true],
  ['what * stands for', named, 'a.b.lan:8080', true],
  ['a name given with its port', named, 'proxy:8443', true],
  ['the same on another port', named, 'proxy:80', false],
  ['a name that is not given', named, 'rebound.example.com', false],
  ['one that begins like one given', named, 'scores.example.com.evil.org', false],
  ['one that ends like one given', named, 'evilscores.example.com', false],
  ['a point is no letter', named, 'scoresXexample.com', false],
  ['one that begins like an address', named, '127.0.0.1.evil.org', false],
  ['no header', named, undefined, false],
  ['an empty one', named, '', false],
  ['what is no host', named, 'localhost:8080:9', false],
  ['a user before it', named, 'evil@localhost:8080', false],
  ['the name of the machine, not listening on all', named, `${hostname()}:8080`, false],
  ['the name of the machine, listening on all', every, `${hostname()}:8080`, true],
  ['another name, listening on all', every, 'rebound.example.com', false],
  ['all with *', hostCheck('127.0.0.1', ['*']), 'rebound.example.com', true],
])('%s', (_, allows, header, expected) => {
  expect(allows(header)).toBe(expected);
  // What was allowed last is remembered.
  expect(allows(header)).toBe(expected);
});

/** Asks under a name of its own, as a browser does whose page's name points here. */
function ask(url: string, path: string, host: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const body = '{"instances": [[3, "north", 2]]}';
    const scores = path === '/invocations';
    const asked = request(url + path, {
      method: scores ? 'POST' : 'GET',
      headers: { host, ...(scores && { 'content-type': 'application/json' }) },
    });
    asked.once('error', reject).once('response', (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.once('end', () => {
        resolve({ status: response.statusCode ?? 0, text });
      });
    });
    asked.end(scores ? body : undefined);
  });
}

test('a page that rebound its name to this server gets nothing but the probes', async () => {
  await withFolder(async (folder) => {
    const model = await writeSmallModel(folder, 'm');
    await withServer(model, { allowedHosts: ['scores.lan'] }, async ({ url, log }) => {
      for (const path of [
        '/',
        '/page/main.js',
        '/schema',
        '/invocations',
        '/version',
        '/nothing',
      ]) {
        const { status, text } = await ask(url, path, 'rebound.example.com');
        expect(status).toBe(403);
        expect(JSON.parse(text)).toEqual({
          error_code: 'PERMISSION_DENIED',
          message: expect.stringMatching(
            /^the request names another host .*--allowed-hosts NAME$/u,
          ),
        });
      }
      expect(log()).toContain('"status":403');
      for (const path of ['/ping', '/health'])
        expect(await ask(url, path, 'rebound.example.com')).toMatchObject({ status: 200 });
      for (const path of ['/', '/schema', '/invocations'])
        expect(await ask(url, path, 'scores.lan:80')).toMatchObject({ status: 200 });
    });
  });
});

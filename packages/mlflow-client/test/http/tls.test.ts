import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveOptions } from '../../src/options.ts';
import type { ClientOptions } from '../../src/options/client-options.ts';
import { rejection, sendJson, transportTo } from './with-server.ts';

let folder: string;
let server: https.Server;
let uri: string;
const file = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(file(name), 'utf8');
const openssl = (line: string) =>
  execFileSync('openssl', line.split(' '), { cwd: folder, stdio: 'pipe' });

/** A certificate of the test's own authority; the client's file holds certificate and key. */
function issue(name: string, usage: string): void {
  writeFileSync(
    file(`${name}.ext`),
    `subjectAltName=IP:127.0.0.1,DNS:localhost\nextendedKeyUsage=${usage}\n`,
  );
  openssl(`req -newkey rsa:2048 -nodes -keyout ${name}.key -out ${name}.csr -subj /CN=${name}`);
  openssl(
    `x509 -req -in ${name}.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile ${name}.ext -out ${name}.pem`,
  );
  appendFileSync(file(`${name}.pem`), read(`${name}.key`));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xgflow-tls-'));
  openssl('req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 2 -subj /CN=ca');
  issue('server', 'serverAuth');
  issue('client', 'clientAuth');
  const tls = { key: read('server.key'), cert: read('server.pem'), ca: read('ca.pem') };
  const demanding = { ...tls, requestCert: true, rejectUnauthorized: true };
  server = https.createServer(demanding, (_, response) => {
    sendJson(response, 200, { ok: true });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  uri = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

async function get(options: ClientOptions, at = uri): Promise<unknown> {
  const transport = transportTo(at, { deadlineMs: 800, ...options });
  try {
    return await transport.json({ method: 'GET', path: '/x' });
  } finally {
    transport.close();
  }
}

describe('a server that wants a client certificate', () => {
  test('with both certificates it works', async () => {
    const options = { caPath: file('ca.pem'), clientCertPath: file('client.pem') };
    expect(await get(options)).toEqual({ ok: true });
  });
  test('insecure with the client’s works', async () => {
    const options = { insecureTls: true, clientCertPath: file('client.pem') };
    expect(await get(options)).toEqual({ ok: true });
  });
  test('the environment names them', () => {
    const env = {
      MLFLOW_TRACKING_SERVER_CERT_PATH: file('ca.pem'),
      MLFLOW_TRACKING_CLIENT_CERT_PATH: file('client.pem'),
    };
    const { tls } = resolveOptions({ trackingUri: uri }, env, '/nonexistent');
    const found = [tls.ca, tls.client?.reveal(), tls.insecure];
    expect(found).toEqual([read('ca.pem'), read('client.pem'), false]);
  });
  test('an authority that is not trusted fails at once, with the way out', async () => {
    const error = await rejection(get({}));
    expect(error).toMatchObject({ name: 'ServerUnavailableError', attempts: 1, transient: false });
    expect(error.message).toMatch(/MLFLOW_TRACKING_SERVER_CERT_PATH/);
  });
  test('without the client’s certificate the error points at it', async () => {
    const error = await rejection(get({ caPath: file('ca.pem') }));
    expect(error).toMatchObject({ name: 'ServerUnavailableError' });
    expect(error.message).toMatch(/MLFLOW_TRACKING_CLIENT_CERT_PATH/);
  });
  test('a file without a certificate or without a key is refused before anything is sent', async () => {
    const refused = { name: 'OptionsError' };
    expect(await rejection(get({ caPath: file('ca.key') }))).toMatchObject(refused);
    writeFileSync(file('lone.pem'), read('ca.pem'));
    const lone = await rejection(get({ clientCertPath: file('lone.pem') }));
    expect(lone).toMatchObject({ ...refused, hint: expect.stringMatching(/and its key/) });
  });
  test('plain http to its port is given up soon, and https is thought of', async () => {
    const options = { deadlineMs: 60_000, connectPatienceMs: 100 };
    const error = await rejection(get(options, uri.replace('https:', 'http:')));
    expect(error).toMatchObject({ name: 'ServerUnavailableError' });
    expect(error.message).toMatch(/that it does not want https/);
  });
  test('through a proxy of the environment it is a tunnel, whose ends are the same', async () => {
    const tunnels: string[] = [];
    const proxy = http.createServer((_, response) => response.writeHead(500).end());
    proxy.on('connect', (request: http.IncomingMessage, socket: net.Socket) => {
      tunnels.push(request.url ?? '');
      const target = net.connect(Number(new URL(uri).port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        target.pipe(socket).pipe(target);
      });
      for (const end of [socket, target]) end.on('error', () => end.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const before = { ...process.env };
    process.env.https_proxy = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    try {
      const options = { caPath: file('ca.pem'), clientCertPath: file('client.pem') };
      const named = uri.replace('127.0.0.1', 'localhost');
      expect(await get(options, named)).toEqual({ ok: true });
      expect(tunnels).toEqual([new URL(named).host]);
      expect((await rejection(get({}, named))).message).toMatch(/MLFLOW_TRACKING_SERVER_CERT_PATH/);
    } finally {
      process.env = before;
      proxy.closeAllConnections();
      proxy.close();
    }
  });
});

describe('a certificate that does not hold', () => {
  test.each([
    [
      'has run out',
      'IP:127.0.0.1',
      '-days -1',
      /another certificate, or the clock of this machine/,
    ],
    ['names another host', 'DNS:other.example', '-days 2', /the name that its certificate has/],
  ])('because it %s is said so at once', async (_, host, days, advice) => {
    writeFileSync(file('odd.ext'), `subjectAltName=${host}\n`);
    openssl('req -newkey rsa:2048 -nodes -keyout odd.key -out odd.csr -subj /CN=odd');
    openssl(`x509 -req -in odd.csr -signkey odd.key ${days} -extfile odd.ext -out odd.pem`);
    const odd = https.createServer({ key: read('odd.key'), cert: read('odd.pem') });
    await new Promise<void>((resolve) => odd.listen(0, '127.0.0.1', resolve));
    try {
      const at = `https://127.0.0.1:${(odd.address() as AddressInfo).port}`;
      const error = await rejection(get({ caPath: file('odd.pem') }, at));
      expect(error).toMatchObject({ attempts: 1, transient: false });
      expect(error.message).toMatch(advice);
    } finally {
      odd.close();
    }
  });
});

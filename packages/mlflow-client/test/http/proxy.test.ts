import { expect, test } from '@jest/globals';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendJson, transportTo } from './with-server.ts';

test('a proxy of the environment is used, and NO_PROXY is heard', async () => {
  const asked: string[] = [];
  const proxy = http.createServer((request, response) => {
    asked.push(request.url ?? '');
    sendJson(response, 200, { via: 'proxy' });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const before = { ...process.env };
  process.env.http_proxy = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  process.env.no_proxy = 'direct.invalid';
  const proxied = transportTo('http://mlflow.invalid:5000');
  const direct = transportTo('http://direct.invalid:5000');
  try {
    expect(await proxied.json({ method: 'GET', path: '/x' })).toEqual({ via: 'proxy' });
    expect(asked).toEqual(['http://mlflow.invalid:5000/x']);
    await expect(direct.json({ method: 'GET', path: '/x' })).rejects.toMatchObject({
      name: 'ServerUnavailableError',
    });
    expect(asked).toHaveLength(1);
  } finally {
    process.env = before;
    proxied.close();
    direct.close();
    proxy.closeAllConnections();
    proxy.close();
  }
});

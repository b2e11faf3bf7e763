import { setFlagsFromString } from 'node:v8';
import { defineCommand } from '../command.ts';
import { decisionLogOf, decisionOptions } from '../options/decision-options.ts';
import { integer } from '../options/integer.ts';
import { nameList } from '../options/name-list.ts';
import { modelSource } from '../options/model-source.ts';
import { serveToken } from '../options/serve-token.ts';
import { trackingOptions } from '../options/tracking-options.ts';

const loopback = new Set(['127.0.0.1', 'localhost', '::1']);
const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

/** `xgflow serve`: a model behind HTTP until a signal ends it. */
export const command = defineCommand({
  options: {
    ...trackingOptions,
    model: {
      type: 'string',
      requiresArg: true,
      demandOption: true,
      describe:
        'models:/name@alias (followed when the alias moves), models:/name/version, runs:/id/model, or a model directory',
    },
    host: {
      type: 'string',
      requiresArg: true,
      default: '127.0.0.1',
      describe: 'Address to listen on; 0.0.0.0 is every one of this machine: give a token then',
    },
    port: {
      requiresArg: true,
      default: 8080,
      coerce: integer('port', 0, 65_535),
      describe: 'Port; 0 takes a free one',
    },
    'allowed-hosts': {
      type: 'string',
      requiresArg: true,
      coerce: nameList('allowed-hosts'),
      describe:
        'Names, with commas, that requests may come under (header Host) besides localhost, --host and addresses in figures; * stands for any letters. Others are answered 403',
    },
    'token-file': {
      type: 'string',
      requiresArg: true,
      describe:
        'File whose first line is the token that requests must carry (Authorization: Bearer …). Default: XGFLOW_SERVE_TOKEN, else none',
    },
    workers: {
      requiresArg: true,
      coerce: integer('workers', 1, 256),
      describe: 'Scoring threads. Default: one per core',
    },
    queue: {
      requiresArg: true,
      default: 64,
      coerce: integer('queue', 1, 100_000),
      describe: 'Requests that may wait for a worker; one more is answered 503',
    },
    'max-rows': {
      requiresArg: true,
      default: 100_000,
      coerce: integer('max-rows', 1, 10_000_000),
      describe: 'Most rows of a request',
    },
    'max-body-mb': {
      requiresArg: true,
      default: 16,
      coerce: integer('max-body-mb', 1, 512),
      describe: 'Most MiB of a body',
    },
    'poll-seconds': {
      requiresArg: true,
      default: 10,
      coerce: integer('poll-seconds', 1, 86_400),
      describe: 'Seconds between two looks at the alias',
    },
    'terse-errors': {
      type: 'boolean',
      default: false,
      describe: 'Errors name no field of the model: for servers that strangers reach',
    },
    ...decisionOptions,
    'log-level': {
      choices: levels,
      default: 'info',
      describe: 'Of the JSON lines on stderr; they never hold rows',
    },
  },
  examples: [
    [
      '$0 serve --model models:/credit_model@champion',
      'on http://127.0.0.1:8080; follows the alias',
    ],
    ['$0 serve --model ./model --port 0 --json', 'a local directory; prints the address as JSON'],
    [
      '$0 serve --model models:/credit_model/3 --host 0.0.0.0 --token-file token.txt --allowed-hosts scores.example.com',
      'for other machines, behind a token, under a name',
    ],
    [
      '$0 serve --model models:/credit_model@champion --decision-log decisions.log --redact age',
      'every decision on the disk before it is given',
    ],
  ],
  async run(args, context) {
    const { output, signal } = context;
    const token = await serveToken(args, context);
    const { source, links } = await modelSource(args.model, args, context);
    const { serveModel } = await import('@xgflow/serving/http');
    // The server's own objects live for one request: a nursery that grows under load would only stay.
    setFlagsFromString('--semi-space-growth-factor=1');
    await using decisions = await decisionLogOf(args, context);
    const server = await serveModel(
      source,
      {
        host: args.host,
        port: args.port,
        queue: args.queue,
        maxRows: args.maxRows,
        bodyLimit: args.maxBodyMb * 2 ** 20,
        pollMs: args.pollSeconds * 1000,
        terseErrors: args.terseErrors,
        logLevel: args.logLevel,
        ...(args.allowedHosts === undefined ? {} : { allowedHosts: args.allowedHosts }),
        ...(args.workers === undefined ? {} : { workers: args.workers }),
        ...(decisions === undefined ? {} : { decisions }),
        ...(token === undefined ? {} : { token }),
        ...(links === undefined
          ? {}
          : { modelUrl: ({ name, version }) => links.modelVersion(name, version) }),
      },
      signal,
    );
    const { leaveLibraryThreads } = await import('@xgflow/xgboost-node');
    process.on('exit', leaveLibraryThreads);
    const { url, model } = server;
    const named =
      model.name === null ? args.model : `${model.name} version ${model.version ?? '?'}`;
    output.result(
      { url, pid: process.pid, model },
      () => `serving ${named} on ${output.style.bold(url)}`,
    );
    if (token === undefined && !loopback.has(args.host)) {
      output.warn(
        `everybody who reaches ${args.host} may ask this model · --token-file · give a token, or keep --host 127.0.0.1`,
      );
    }
    if (!signal.aborted) {
      await new Promise<void>((resolve) => {
        signal.addEventListener('abort', () => {
          resolve();
        });
      });
    }
    await server.close();
    return undefined;
  },
});

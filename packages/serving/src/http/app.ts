import fastify, {
  LogController,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { errorBody } from '../scoring/error-answer.ts';
import { bearerCheck } from './bearer.ts';
import type { ServeContext } from './context.ts';
import { handleError } from './error-handler.ts';
import { hostCheck } from './host-check.ts';
import { PipelineDepth } from './pipeline-depth.ts';
import { descriptionRoutes } from './routes/description.ts';
import { healthRoutes } from './routes/health.ts';
import { pageRoutes } from './routes/page.ts';
import { scoringRoutes } from './routes/scoring.ts';
import { sendJson } from './send-json.ts';
import type { Settings } from './serve-options.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Needs no token. */
    open?: boolean;
    /** Answers under any name. */
    anyHost?: boolean;
  }
}

const STRANGE_HOST =
  'the request names another host than this server · the header Host · ask by the address that the server printed, or start it with --allowed-hosts NAME';

/** The web server with its limits and its log, before it has routes. */
export function bareApp(settings: Settings): FastifyInstance {
  const { bodyLimit, headersTimeoutMs, requestTimeoutMs, scoringTimeoutMs, sendTimeoutMs } =
    settings;
  const { logLevel, log } = settings;
  const app = fastify({
    logger: { level: logLevel, stream: log, serializers: { req: () => ({}) } },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    requestTimeout: requestTimeoutMs,
    // A connection on which nothing moves for longer than a request may take has a client that does not read.
    connectionTimeout: Math.max(requestTimeoutMs, scoringTimeoutMs, sendTimeoutMs) + 1000,
    keepAliveTimeout: 65_000,
    // What is on its way when the server ends is answered.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    http: {
      headersTimeout: Math.min(headersTimeoutMs, requestTimeoutMs),
      connectionsCheckingInterval: 500,
    },
  });
  // A logger of its own for each request costs more than the scoring of a row.
  app.setChildLoggerFactory((logger) => logger);
  app.server.maxConnections = settings.maxConnections;
  // Bodies stay bytes: they are read where they are scored.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  app.setErrorHandler(handleError);
  return app;
}

/** Adds the routes and what goes for all of them: the name, the token, the end, the figures, the log. */
export async function addRoutes(app: FastifyInstance, context: ServeContext): Promise<void> {
  const { metrics, settings } = context;
  const isOurName = hostCheck(settings.host, settings.allowedHosts);
  const mayAsk = settings.token === undefined ? () => true : bearerCheck(settings.token);
  const depth = new PipelineDepth();
  app.server.on('drop', () => {
    metrics.droppedConnection();
  });
  app.addHook('onRequest', (request, reply, done) => {
    const { socket } = request.raw;
    const mayGoOn = depth.begin(socket);
    context.inFlight += 1;
    reply.raw.once('close', () => {
      context.inFlight -= 1;
      depth.end(socket);
    });
    if (!mayGoOn) {
      // What came in the same packet is still taken apart.
      if (!socket.destroyed) metrics.droppedConnection();
      socket.destroy();
      return;
    }
    if (context.draining) reply.header('connection', 'close');
    const { config } = request.routeOptions;
    if (config.anyHost !== true && !isOurName(request.headers.host)) {
      answerError(reply, 403, { code: 'PERMISSION_DENIED', message: STRANGE_HOST });
      return;
    }
    if (config.open === true || mayAsk(request.headers.authorization)) {
      done();
      return;
    }
    reply.header('www-authenticate', 'Bearer');
    const message = 'no valid token · the header Authorization · send `Authorization: Bearer …`';
    answerError(reply, 401, { code: 'UNAUTHENTICATED', message });
  });
  app.addHook('onResponse', (request, reply, done) => {
    // The pattern, never the address as it came.
    const route = request.routeOptions.url ?? 'none';
    const { statusCode: status, elapsedTime: ms } = reply;
    metrics.request(route, status, ms);
    if (status >= 400) request.log.warn({ method: request.method, route, status, ms }, 'refused');
    else request.log.debug({ method: request.method, route, status, ms }, 'answered');
    done();
  });
  healthRoutes(app, context);
  scoringRoutes(app, context);
  descriptionRoutes(app, context);
  await pageRoutes(app);
  app.setNotFoundHandler((request, reply) => {
    notFound(app, request, reply);
  });
}

function notFound(
  app: FastifyInstance,
  { method, url }: FastifyRequest,
  reply: FastifyReply,
): void {
  const [path = ''] = url.split('?');
  const other = method === 'POST' ? 'GET' : 'POST';
  if (app.hasRoute({ method: other, url: path })) {
    reply.header('allow', other);
    const message = `this route takes ${other} · the method · use ${other}`;
    answerError(reply, 405, { code: 'BAD_REQUEST', message });
    return;
  }
  const message =
    'no such route · the path · see /schema, /invocations, /predict, /explain, /metrics, /ping';
  answerError(reply, 404, { code: 'ENDPOINT_NOT_FOUND', message });
}

function answerError(
  reply: FastifyReply,
  status: number,
  error: { code: string; message: string },
): void {
  sendJson(reply.code(status), errorBody(error));
}

import type { CommandContext } from '../command.ts';
import { explain } from '../errors/explain.ts';
import { NoTrackingServerError } from '../errors/no-tracking-server-error.ts';
import { connect } from '../options/connect.ts';
import type { Connection } from '../options/connect.ts';
import { broken, ok, warning } from './finding.ts';
import type { Finding } from './finding.ts';
import { clockDifference } from './clock-difference.ts';

const deadlineMs = 15_000;
const lowestVersion = 3;
const mostDrift = 5000;

/** The tracking server that a command would use: whether it answers, what it is, and whether it lets us in. */
export async function examineServer(
  args: { readonly trackingUri?: string | undefined },
  context: CommandContext,
): Promise<Finding[]> {
  const server = await named(args, context);
  if ('subject' in server) return [server];
  const { client } = server;
  const options = { deadlineMs, signal: context.signal };
  const reached = await attempt('server', async () => {
    await client.server.health(options);
    return ok('server', client.trackingUri);
  });
  if (reached.state === 'broken') return [reached];
  return [
    reached,
    await attempt('MLflow', async () => judgeVersion(await client.server.version(options))),
    await attempt('access', async () => {
      await client.experiments.search({ ...options, maxResults: 1 }).next();
      return ok('access', 'experiments can be read');
    }),
    await attempt('clock', async () => judgeClock(await clockDifference(client.server, options))),
  ];
}

async function named(
  args: { readonly trackingUri?: string | undefined },
  context: CommandContext,
): Promise<Connection | Finding> {
  try {
    return await connect(args, context, { endsAtOnce: true });
  } catch (error) {
    // A machine without a server is in order: --no-tracking, init and check need none.
    if (error instanceof NoTrackingServerError) return warning('server', error.message, '');
    const { message, code } = explain(error);
    return broken('server', message, { advice: '', exit: code });
  }
}

async function attempt(subject: string, look: () => Promise<Finding>): Promise<Finding> {
  try {
    return await look();
  } catch (error) {
    const { message, hint, code } = explain(error);
    return broken(subject, message, { advice: hint ?? '', exit: code });
  }
}

function judgeVersion(version: string): Finding {
  const major = Number(version.split('.')[0]);
  return major >= lowestVersion
    ? ok('MLflow', version)
    : broken('MLflow', version, {
        advice: `it must be MLflow ${lowestVersion}: update the server`,
        exit: 'unavailable',
      });
}

function judgeClock(milliseconds: number | undefined): Finding {
  if (milliseconds === undefined) return ok('clock', 'the server does not tell its time');
  const seconds = (milliseconds / 1000).toFixed(0);
  return Math.abs(milliseconds) <= mostDrift
    ? ok('clock', 'as the server’s')
    : warning(
        'clock',
        `${seconds} s ahead of the server`,
        'set both clocks by NTP: start times will mislead',
      );
}

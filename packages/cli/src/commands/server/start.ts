import { defineCommand } from '../../command.ts';
import { integer } from '../../options/integer.ts';
import { serverDirectoryOption } from '../../options/server-options.ts';
import { ServerStartError } from '../../errors/server-start-error.ts';
import { findMlflow } from '../../local-server/find-mlflow.ts';
import { runningServer } from '../../local-server/local-server.ts';
import { requireLinux } from '../../local-server/require-linux.ts';
import { startServer } from '../../local-server/start-server.ts';
import { chooseServerDirectory } from '../../local-server/state-directory.ts';

/** `xgflow server start`. */
export const command = defineCommand({
  options: {
    ...serverDirectoryOption,
    port: {
      requiresArg: true,
      default: 5000,
      coerce: integer('port', 1024, 65_535),
      describe: 'Port of 127.0.0.1; the next free one is used when it is taken',
    },
    mlflow: {
      type: 'string',
      requiresArg: true,
      describe:
        'The mlflow executable. Default: XGFLOW_MLFLOW, else the nearest .xgflow/venv or .venv upward, else PATH',
    },
  },
  examples: [
    ['xgflow server start', 'SQLite and artifacts in .xgflow/, http://127.0.0.1:5000'],
    ['xgflow server start --port 5050 --json | jq -r .uri', 'the address alone'],
  ],
  async run(args, { output, signal, env, cwd }) {
    requireLinux();
    const directory = await chooseServerDirectory(cwd, args.dir);
    const server = await runningServer(directory);
    const { server: found, started } =
      server?.healthy === true
        ? { server, started: false }
        : await output.during('starting MLflow, which takes about 20 s', async () =>
            startServer({
              directory,
              mlflow: await findMlflow(args.mlflow, cwd, env),
              port: args.port,
              env,
              signal,
            }).catch((error: unknown) => {
              if (error instanceof ServerStartError) {
                for (const line of error.logTail) output.note(line);
              }
              throw error;
            }),
          );
    const { uri, pid, version } = found;
    const name = version === null ? 'MLflow' : `MLflow ${version}`;
    output.result(
      { running: true, uri, pid, started },
      () => `${name} ${started ? 'runs' : 'already runs'} on ${output.style.bold(uri)}`,
    );
    output.note(`its data is in ${directory} · \`xgflow server stop\` ends it`);
    return undefined;
  },
});

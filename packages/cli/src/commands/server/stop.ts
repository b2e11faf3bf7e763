import { defineCommand } from '../../command.ts';
import { stopServer } from '../../local-server/local-server.ts';
import { requireLinux } from '../../local-server/require-linux.ts';
import { chooseServerDirectory } from '../../local-server/state-directory.ts';
import { serverDirectoryOption } from '../../options/server-options.ts';

/** `xgflow server stop`: exit code 0 also when none ran. */
export const command = defineCommand({
  options: serverDirectoryOption,
  examples: [['xgflow server stop', 'ends the server and its workers; runs and models stay']],
  async run(args, { output, cwd }) {
    requireLinux();
    const directory = await chooseServerDirectory(cwd, args.dir);
    const server = await output.during('stopping MLflow', () => stopServer(directory));
    output.result({ stopped: server !== undefined }, () =>
      server === undefined
        ? 'no local MLflow server runs here'
        : `the MLflow server on ${server.uri} has ended`,
    );
    return undefined;
  },
});

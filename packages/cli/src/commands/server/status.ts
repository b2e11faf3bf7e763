import { defineCommand } from '../../command.ts';
import { runningServer } from '../../local-server/local-server.ts';
import { requireLinux } from '../../local-server/require-linux.ts';
import { chooseServerDirectory } from '../../local-server/state-directory.ts';
import { serverDirectoryOption } from '../../options/server-options.ts';

/** `xgflow server status`: exit code 0 whether it runs or not. */
export const command = defineCommand({
  options: serverDirectoryOption,
  examples: [
    ['xgflow server status', 'the address of the MLflow UI'],
    ['xgflow server status --json', '{"running":true,"uri":"http://127.0.0.1:5000","pid":123}'],
  ],
  async run(args, { output, cwd }) {
    requireLinux();
    const directory = await chooseServerDirectory(cwd, args.dir);
    const server = await runningServer(directory);
    if (server === undefined) {
      output.result({ running: false }, () => 'no local MLflow server runs here');
      output.note(`${directory} · \`xgflow server start\` starts one`);
      return undefined;
    }
    const { uri, pid, version, healthy } = server;
    const name = version === null ? 'MLflow' : `MLflow ${version}`;
    output.result({ running: true, uri, pid }, () => `${name} runs on ${output.style.bold(uri)}`);
    if (!healthy) output.warn(`it does not answer yet · ${uri} · \`xgflow server logs\` shows why`);
    output.note(`process ${pid}, data in ${directory} · \`xgflow server stop\` ends it`);
    return undefined;
  },
});

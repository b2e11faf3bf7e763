import { defineCommand } from '../../command.ts';
import { followLog } from '../../local-server/follow-log.ts';
import { logFile, tailOf } from '../../local-server/server-log.ts';
import { chooseServerDirectory } from '../../local-server/state-directory.ts';
import { integer } from '../../options/integer.ts';
import { serverDirectoryOption } from '../../options/server-options.ts';
import { plainText } from '../../output/plain-text.ts';

/** `xgflow server logs`; with `--follow --json` one JSON document per line. */
export const command = defineCommand({
  options: {
    ...serverDirectoryOption,
    lines: {
      requiresArg: true,
      default: 50,
      coerce: integer('lines', 0, 1_000_000),
      describe: 'How many of the last lines to print',
    },
    follow: { type: 'boolean', alias: 'f', describe: 'Go on with new lines until Ctrl-C' },
  },
  examples: [
    ['xgflow server logs --lines 200', 'the last 200 lines'],
    ['xgflow server logs -f', 'follow the log'],
  ],
  async run(args, { output, cwd, signal }) {
    const directory = await chooseServerDirectory(cwd, args.dir);
    const file = logFile(directory);
    const { lines, end } = await tailOf(file, args.lines);
    if (end === 0) output.note(`nothing logged yet · ${file}`);
    if (args.follow !== true) {
      if (output.json || lines.length > 0) {
        output.result({ lines }, () => lines.map(plainText).join('\n'));
      }
      return undefined;
    }
    for (const line of lines) output.result({ line }, () => plainText(line));
    for await (const line of followLog(file, end, signal)) {
      output.result({ line }, () => plainText(line));
    }
    return undefined;
  },
});

import type { CommandGroup } from '../command.ts';

/** `xgflow server`: the local MLflow server of a directory. */
export const command: CommandGroup = {
  subcommands: [
    {
      usage: 'start',
      describe: 'Start a local MLflow server that goes on after the terminal is closed',
      load: () => import('./server/start.ts'),
    },
    {
      usage: 'status',
      describe: 'Say whether the local MLflow server runs, and where',
      load: () => import('./server/status.ts'),
    },
    {
      usage: 'stop',
      describe: 'End the local MLflow server; its data stays',
      load: () => import('./server/stop.ts'),
    },
    {
      usage: 'logs',
      describe: "Print the end of the local MLflow server's log",
      load: () => import('./server/logs.ts'),
    },
  ],
};

/** Which local server: every `xgflow server` command takes it. */
export const serverDirectoryOption = {
  dir: {
    type: 'string',
    requiresArg: true,
    describe:
      'Directory whose .xgflow/ holds the server. Default: the nearest .xgflow/ upward, else the current directory',
  },
} as const;

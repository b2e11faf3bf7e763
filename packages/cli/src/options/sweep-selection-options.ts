/** Which runs a command looks at. */
export const sweepSelectionOptions = {
  experiment: {
    type: 'string',
    requiresArg: true,
    describe: 'Name of the MLflow experiment. Default: the only one that holds sweeps',
  },
  sweep: {
    type: 'string',
    requiresArg: true,
    default: 'latest',
    describe: 'latest (finished), all, or the id of a sweep',
  },
} as const;

/** Options that every command takes. */
export const globalOptions = {
  json: {
    type: 'boolean',
    describe: 'Print JSON on stdout, also for errors: {"error":{code,message,hint}}',
  },
  debug: { type: 'boolean', describe: 'Print the stack of an error on stderr' },
} as const;

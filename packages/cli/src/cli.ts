/** Runs one command line. Placeholder until the commands land. */
export function main(argv: readonly string[]): Promise<void> {
  process.stdout.write(`${argv.join(' ')}\n`);
  return Promise.resolve();
}

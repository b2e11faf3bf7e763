/** The error that `run` throws, as plain data with its name; undefined when it throws none. */
export function caught(run: () => unknown): Record<string, unknown> | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { name, message, cause } = error;
    return { ...Object.fromEntries(Object.entries(error)), name, message, cause };
  }
}

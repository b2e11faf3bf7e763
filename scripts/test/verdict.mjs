// How a run of several parts ended: its last lines.
const mostNamed = 30;

/** Of `{ passed, failed, skipped, failures: [{ name }] }`: whether all is well, and the lines that say so. */
export function verdict(results) {
  const total = (key) => results.reduce((sum, result) => sum + (result[key] ?? 0), 0);
  const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map(total);
  const names = results.flatMap(({ failures }) => failures.map(({ name }) => `✗ ${name}`));
  const unnamed = names.length - mostNamed;
  return {
    good: failed === 0 && passed > 0,
    lines: [
      ...names.slice(0, mostNamed),
      ...(unnamed > 0 ? [`… and ${unnamed} more`] : []),
      `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`,
    ],
  };
}

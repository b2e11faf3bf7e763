const MOST_SHOWN = 8;

/** The advice to choose one of some names; the first eight are shown. */
export function chooseFrom(known: readonly string[]): string {
  return `choose from ${known.slice(0, MOST_SHOWN).join(', ')}${known.length > MOST_SHOWN ? ', …' : ''}`;
}

/** Plain data with string keys. */
export type Mapping = Readonly<Record<string, unknown>>;

/**
 * Puts overrides over a base: null removes the key, anything else replaces its value. Keys in `deep` are mappings
 * that are merged themselves.
 */
export function merge(base: Mapping, overrides: Mapping, deep: readonly string[] = []): Mapping {
  const kept = Object.entries(base).filter(([key]) => !Object.hasOwn(overrides, key));
  const given = Object.entries(overrides).flatMap(([key, value]) => {
    if (value === null || value === undefined) {
      return [];
    }
    const below = base[key];
    return [
      [
        key,
        deep.includes(key) && isMapping(below) && isMapping(value) ? merge(below, value) : value,
      ] as const,
    ];
  });
  return Object.fromEntries([...kept, ...given]);
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a check of parsed JSON found. */
interface Findings {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}

/** The first place that does not fit, and why: `columns.0.name: …`; of the whole the reason alone. */
export function firstIssue({ issues: [first] }: Findings): string {
  const { path = [], message = 'it does not fit' } = first ?? {};
  return path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`;
}

import type { ResolvedVariant } from './resolved-config.ts';

/** Every objective that a variant may be fitted with: one, unless its space draws it. */
export function objectivesOf({
  params,
  space,
}: Pick<ResolvedVariant, 'params' | 'space'>): string[] {
  const { objective } = params;
  const searched = space.objective;
  if (searched && 'choice' in searched) return searched.choice.map(String);
  return typeof objective === 'string' ? [objective] : [];
}

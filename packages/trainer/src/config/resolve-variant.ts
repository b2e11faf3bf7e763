import type { Task } from '../metrics/index.ts';
import type { Finding } from './finding.ts';
import { merge } from './merge.ts';
import type { Mapping } from './merge.ts';
import { resolveImbalance } from './resolve-imbalance.ts';
import type { ResolvedVariant } from './resolved-config.ts';
import { paramsSchema, searchSchema, spaceSchema, splitSchema } from './sections.ts';
import type { FixedParams } from './sections.ts';
import { knownKeys } from './known-keys.ts';
import { schemaFindings } from './schema-findings.ts';
import { defaultQuantile, taskRules } from './task-rules.ts';

type Sections = Mapping &
  Readonly<Partial<Record<'split' | 'search' | 'params' | 'space', Mapping | undefined>>>;

/** A variant, or why it cannot be. */
export type VariantResolution =
  { readonly variant: ResolvedVariant } | { readonly findings: readonly Finding[] };

/**
 * Applies a variant's overrides to the sections of the file. `base` is what the file says, without defaults, so that
 * a key removed by null falls back to its default. Those of objective and scoring are the task's.
 */
export function resolveVariant(
  name: string,
  base: Sections,
  overrides: Sections,
  task: Task,
): VariantResolution {
  const rules = taskRules[task];
  const split = splitSchema.safeParse(merge(base.split ?? {}, overrides.split ?? {}));
  const search = searchSchema.safeParse(
    merge(base.search ?? {}, overrides.search ?? {}, ['early_stopping']),
  );
  const params = paramsSchema.safeParse({
    objective: rules.objectives[0],
    ...merge(base.params ?? {}, overrides.params ?? {}),
  });
  const space = spaceSchema.safeParse(merge(base.space ?? {}, overrides.space ?? {}));
  if (split.success && search.success && params.success && space.success) {
    return {
      variant: {
        split: split.data,
        search: { ...search.data, scoring: search.data.scoring ?? rules.scoring },
        params: withQuantile(params.data),
        space: space.data,
        ...resolveImbalance(base, overrides),
      },
    };
  }
  // The parts were checked before, so only what their combination lacks is left: half of early_stopping, say.
  const findings = Object.entries({ split, search, params, space }).flatMap(
    ([section, { error }]) =>
      schemaFindings(error?.issues ?? [], undefined, knownKeys).map((finding) => ({
        ...finding,
        path: ['variants', name, section, ...finding.path],
        what: `variant ${name}, ${section}: ${finding.what}`,
      })),
  );
  return { findings };
}

/** XGBoost has no default for the quantile. */
function withQuantile(params: FixedParams): FixedParams {
  return params.objective === 'reg:quantileerror'
    ? { quantile_alpha: defaultQuantile, ...params }
    : params;
}

import { withoutPassword } from '@xgflow/data';
import { checkColumns } from './check-columns.ts';
import { checkImbalance } from './check-imbalance.ts';
import { checkSource } from './check-source.ts';
import { checkVariant } from './check-variant.ts';
import type { PathOf } from './path-of.ts';
import type { Finding } from './finding.ts';
import { refuseFindings } from './finding.ts';
import { imbalanceSchemas } from './imbalance-sections.ts';
import { knownKeys } from './known-keys.ts';
import type { Mapping } from './merge.ts';
import type { ResolvedConfig, ResolvedVariant } from './resolved-config.ts';
import { resolveEnsembles } from './resolve-ensembles.ts';
import { resolveVariant } from './resolve-variant.ts';
import { schemaFindings } from './schema-findings.ts';
import type { SweepFile } from './sweep-file.ts';
import { sweepFileSchema } from './sweep-file.ts';
import type { ConfigPath, YamlSource } from './yaml-source.ts';

/**
 * Checks a sweep file and applies its defaults and its variants' overrides.
 *
 * @throws {ConfigError} with everything that is wrong and its line and column.
 */
export function resolveConfig(source: YamlSource): ResolvedConfig {
  const parsed = sweepFileSchema.safeParse(source.value);
  if (!parsed.success) {
    refuseFindings(source, schemaFindings(parsed.error.issues, source.value, knownKeys));
    throw parsed.error;
  }
  const file = parsed.data;
  const findings = [...checkSource(file), ...checkColumns(file)];
  const variants = resolveVariants(file, source.value as Mapping, findings);
  const ensembles = resolveEnsembles(file, variants, findings);
  const name = file.model?.name ?? file.name;
  if (/[/:]/.test(name)) {
    findings.push({
      path: ['name'],
      what: `${name} cannot be the name of a model, for its / or :`,
      fix: 'add model: { name: … }',
    });
  }
  refuseFindings(source, findings);
  return {
    ...withoutSections(file),
    // A password in the URL stays in the file: the config is hashed, recorded and sent.
    source: withoutPassword(file.source),
    ...(file.task === 'binary' ? {} : { task: file.task }),
    variants,
    ...(file.ensembles ? { ensembles } : {}),
    model: { name },
  };
}

/** Each variant has its own sections. */
function withoutSections(
  file: SweepFile,
): Omit<ResolvedConfig, 'task' | 'variants' | 'ensembles' | 'model'> {
  const sections = [
    'task',
    'split',
    'search',
    'params',
    'space',
    'variants',
    'ensembles',
    'model',
  ].concat(Object.keys(imbalanceSchemas));
  const rest = Object.entries(file).filter(([key]) => !sections.includes(key));
  return Object.fromEntries(rest) as Omit<
    ResolvedConfig,
    'task' | 'variants' | 'ensembles' | 'model'
  >;
}

/** Adds to `findings`. */
function resolveVariants(
  file: SweepFile,
  written: Mapping,
  findings: Finding[],
): Record<string, ResolvedVariant> {
  const names = Object.keys(file.variants);
  if (names.length === 0) {
    findings.push({
      path: ['variants'],
      what: 'variants is empty',
      fix: 'name a variant, or leave the key out',
    });
  }
  const resolved: Record<string, ResolvedVariant> = {};
  for (const name of names) {
    const overrides = file.variants[name] ?? {};
    const resolution = resolveVariant(name, written, overrides, file.task);
    if ('findings' in resolution) {
      findings.push(...resolution.findings);
      continue;
    }
    const pathOf: PathOf = (section, parameter): ConfigPath => {
      const inVariant =
        parameter !== undefined && Object.hasOwn(overrides[section] ?? {}, parameter);
      const base = inVariant ? ['variants', name, section] : [section];
      return parameter === undefined ? base : [...base, parameter];
    };
    // What the base says wrong is said once, not once per variant.
    const known = new Set(findings.map(({ path, what }) => [...path, what].join('\n')));
    const placeOf = (section: string): ConfigPath =>
      Object.hasOwn(overrides, section) ? ['variants', name, section] : [section];
    findings.push(
      ...[
        ...checkVariant(name, resolution.variant, file, pathOf),
        ...checkImbalance(resolution.variant, file.task, placeOf),
      ].filter(({ path, what }) => !known.has([...path, what].join('\n'))),
    );
    resolved[name] = resolution.variant;
  }
  return resolved;
}

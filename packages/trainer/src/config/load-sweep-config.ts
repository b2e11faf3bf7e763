import { dirname, resolve } from 'node:path';
import { parseSource } from '@xgflow/data';
import type { SourceLocation } from '@xgflow/data';
import { suggest } from './suggest.ts';
import { ConfigError } from './config-error.ts';
import { readText } from './read-text.ts';
import { resolveConfig } from './resolve-config.ts';
import { chosenEnsembles } from './resolve-ensembles.ts';
import type { ResolvedConfig, ResolvedVariant } from './resolved-config.ts';
import { YamlSource } from './yaml-source.ts';

export interface LoadSweepConfigOptions {
  /** Instead of the file's `search.trials`, for every variant; an integer of at least 1. */
  readonly trials?: number | undefined;
  /** Only these variants, in the order of the file. Default: all. */
  readonly variants?: readonly string[] | undefined;
  /** Instead of the file's `source`: where the table is, from the sweep file's directory on. */
  readonly source?: string | undefined;
}

export interface LoadedSweepConfig {
  readonly config: ResolvedConfig;
  /** The sweep file, absolute. */
  readonly path: string;
  /** The sweep file as it is. */
  readonly text: string;
  /** Where the table is; a file's path is absolute. */
  readonly location: SourceLocation;
  /** The same in words: the absolute path of a file, the URL of a database without its password. */
  readonly sourcePath: string;
  /** A Parquet file to read instead of pulling, for a source that is pulled. */
  readonly snapshot?: string | undefined;
}

/**
 * Reads, checks and resolves a sweep file.
 *
 * @throws {ConfigError} if the file cannot be read, or says something that cannot be: each with line and column.
 */
export async function loadSweepConfig(
  path: string,
  options: LoadSweepConfigOptions = {},
): Promise<LoadedSweepConfig> {
  const text = await readText(path, 'a sweep file');
  const config = parseSweepConfig(text, { file: path, ...options });
  const absolute = resolve(path);
  // The config holds no password; the connection needs it.
  const file = new YamlSource(path, text).value as { readonly source: string };
  const source = options.source ?? file.source;
  const location = parseSource(source, { directory: dirname(absolute) });
  return { config, path: absolute, text, location, sourcePath: placeOf(location) };
}

/** Where a table is, for messages. */
export function placeOf(location: SourceLocation): string {
  return location.kind === 'postgres' ? location.name : location.path;
}

/**
 * As `loadSweepConfig`, from text.
 *
 * @param options.file what to call the text in messages; default `sweep.yaml`
 */
export function parseSweepConfig(
  text: string,
  { file = 'sweep.yaml', ...options }: LoadSweepConfigOptions & { readonly file?: string } = {},
): ResolvedConfig {
  const config = resolveConfig(new YamlSource(file, text));
  const chosen = chosenNames(file, Object.keys(config.variants), options.variants);
  const { trials } = options;
  if (trials !== undefined && !(Number.isInteger(trials) && trials >= 1)) {
    throw new ConfigError(file, [
      { what: `${trials} trials`, where: '--trials', fix: 'give a whole number of at least 1' },
    ]);
  }
  const variants = Object.entries(config.variants)
    .filter(([name]) => chosen.includes(name))
    .map(([name, variant]) => [name, withTrials(variant, trials)] as const);
  const { ensembles: all, ...rest } = withSource(config, options.source);
  const ensembles = chosenEnsembles(all, chosen, Object.keys(config.variants));
  return {
    ...rest,
    variants: Object.fromEntries(variants),
    ...(ensembles ? { ensembles } : {}),
  };
}

/** Another table; a query is about the one that the file names. */
function withSource(config: ResolvedConfig, source: string | undefined): ResolvedConfig {
  return source === undefined ? config : { ...config, query: undefined, source };
}

function withTrials(variant: ResolvedVariant, trials: number | undefined): ResolvedVariant {
  return trials === undefined ? variant : { ...variant, search: { ...variant.search, trials } };
}

function chosenNames(
  file: string,
  known: readonly string[],
  wanted: readonly string[] = known,
): readonly string[] {
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown !== undefined || wanted.length === 0) {
    throw new ConfigError(file, [
      {
        what: `no variant ${unknown ?? 'is named'}`,
        where: '--variants',
        fix: suggest(unknown ?? '', known),
      },
    ]);
  }
  return wanted;
}

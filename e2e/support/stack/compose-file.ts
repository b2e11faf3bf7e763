import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { repository } from '../xgflow.ts';

export type Settings = Readonly<Record<string, string>>;

export interface Service {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly pull_policy?: string;
  readonly read_only?: boolean;
  readonly tmpfs?: readonly string[];
  readonly logging?: { readonly driver: string };
  readonly healthcheck?: { readonly test?: readonly string[] };
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

export const composePath = path.join(repository, 'docker/compose.yaml');

/**
 * docker/compose.yaml as compose reads it: anchors merged, `${NAME}`, `${NAME:-default}` and `${NAME:?message}` filled in.
 *
 * @throws Error with the file's message for a setting that it requires and that is not among `settings`, or is empty
 */
export async function readComposeFile(settings: Settings): Promise<ComposeFile> {
  const text = await readFile(composePath, 'utf8');
  return fill(parse(text, { merge: true }), settings) as ComposeFile;
}

/** The values of a .env file; comments and empty lines are left out. */
export function parseEnvFile(text: string): Settings {
  const lines = text.split('\n').filter((line) => /^\w+=/u.test(line));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

function fill(value: unknown, settings: Settings): unknown {
  if (typeof value === 'string') return interpolate(value, settings);
  if (Array.isArray(value)) return value.map((entry) => fill(entry, settings));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, fill(of, settings)]));
}

/** What stands in a default is filled in first. */
function interpolate(text: string, settings: Settings): string {
  const filled = text.replaceAll(
    /\$\{(?<name>\w+)(?::(?<sign>[-?])(?<rest>[^{}]*))?\}/gu,
    (...match: unknown[]) => {
      const { name, sign, rest } = match.at(-1) as { name: string; sign?: string; rest?: string };
      const value = settings[name] ?? '';
      if (value !== '') return value;
      if (sign === '?') throw new Error(`${name}: ${rest ?? ''}`);
      return rest ?? '';
    },
  );
  return filled === text ? text : interpolate(filled, settings);
}

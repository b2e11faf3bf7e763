import { closest } from '@xgflow/data/closest';
import type { z } from 'zod';
import type { Finding } from './finding.ts';
import type { ConfigPath } from './yaml-source.ts';
import { suggest } from './suggest.ts';
import { article, wanted } from './wanted.ts';

type Issue = z.core.$ZodIssue;

/** Says in one line each what the schema found: what is wrong, and what to write instead. */
export function schemaFindings(
  issues: readonly Issue[],
  value: unknown,
  knownKeys: KnownKeys,
): Finding[] {
  return issues.flatMap((issue) => findingsOf(issue, [], value, knownKeys));
}

/** The keys that are allowed at a place. */
export type KnownKeys = (path: ConfigPath) => readonly string[];

function findingsOf(
  issue: Issue,
  base: ConfigPath,
  root: unknown,
  knownKeys: KnownKeys,
): Finding[] {
  const path = [...base, ...(issue.path as ConfigPath)];
  const found = valueAt(root, path);
  const name = path.join('.') || 'the file';
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        ofKey: true,
        what: `unknown key ${[...path, key].join('.')}`,
        fix: suggestKey(key, knownKeys(path)),
      }));
    case 'invalid_union':
      return unionFindings(issue, path, root, knownKeys);
    case 'invalid_key':
      return [
        {
          path,
          ofKey: true,
          what: `${name} is no usable name`,
          fix: 'use letters, digits, _ - and .',
        },
      ];
    case 'custom': {
      const [what = '', ...fix] = issue.message.split(' · ');
      return [{ path, what: `${name}: ${what}`, fix: fix.join(' · ') }];
    }
    case 'invalid_value':
      if (found === undefined) {
        const fix = `add it: one of ${issue.values.map(String).join(', ')}`;
        return [{ path, what: `${name} is missing`, fix }];
      }
      return [
        {
          path,
          what: `${name} is ${shown(found)}`,
          fix: suggest(shown(found), issue.values.map(String)),
        },
      ];
    case 'invalid_type':
    case 'too_small':
    case 'too_big':
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_element':
      return found === undefined
        ? [{ path, what: `${name} is missing`, fix: `add it: ${wanted(issue)}` }]
        : [
            {
              path,
              what: `${name} is ${nothing(root, shown(found))}`,
              fix: `give ${wanted(issue)}`,
            },
          ];
  }
}

/** A file without any key is null to YAML, but empty to people. */
function nothing(root: unknown, found: string): string {
  return root === null ? 'empty' : found;
}

/** The branch that was meant is the one whose keys are those given. */
function unionFindings(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: ConfigPath,
  root: unknown,
  knownKeys: KnownKeys,
): Finding[] {
  const meant = issue.errors.find((issues) =>
    issues.every(({ code, path: at }) => code !== 'unrecognized_keys' && at.length > 0),
  );
  if (meant && meant.length > 0) {
    return meant.flatMap((inner) => findingsOf(inner, path, root, knownKeys));
  }
  const kinds = issue.errors.flatMap((issues) =>
    issues.flatMap((inner) => (inner.path.length === 0 ? kindsOf(inner) : [])),
  );
  const isDistribution = kinds.every((kind) => kind === 'object');
  const fix = isDistribution
    ? 'give one of int: [low, high], uniform: [low, high], log_uniform: [low, high], choice: [values]'
    : `give ${[...new Set(kinds)].map(article).join(' or ')}`;
  return [{ path, what: `${path.join('.')} is ${shown(valueAt(root, path))}`, fix }];
}

/** What a branch of a union would take: a type, or words. */
function kindsOf(issue: Issue): string[] {
  if (issue.code === 'invalid_type') return [issue.expected];
  return issue.code === 'invalid_value' ? issue.values.map(String) : [];
}

function suggestKey(key: string, known: readonly string[]): string {
  const near = closest(key, known);
  if (near !== undefined) return `did you mean ${near}?`;
  return known.length > 0 ? `known here: ${known.join(', ')}` : 'remove it';
}

function valueAt(root: unknown, path: ConfigPath): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[part]
        : undefined,
    root,
  );
}

/** A value as it may stand in a one-line message. */
function shown(value: unknown): string {
  // JSON has no NaN and puts text in quotes.
  const text =
    typeof value === 'string' || typeof value === 'number' ? `${value}` : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

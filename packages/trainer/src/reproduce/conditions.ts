import { contextTags } from '@xgflow/mlflow-client';
import { runTags } from '../record/run-tags.ts';
import type { SweepIdentity } from '../sweep/identity.ts';
import type { Difference, DifferenceKind } from './difference.ts';

/** What a variant's result depends on, as the tags of its run name it. */
type Conditions = Readonly<Record<string, string>>;

const git = { commit: 'mlflow.source.git.commit', dirty: 'mlflow.source.git.dirty' };

/** The tags that a run of the same sweep would get here and now. */
export async function conditionsHere(
  identity: SweepIdentity,
  directory: string,
): Promise<Conditions> {
  return {
    ...(await contextTags({ directory })),
    [runTags.dataDigest]: identity.dataDigest,
    [runTags.configHash]: identity.configHash,
    [runTags.versions]: identity.versions,
  };
}

/** What is not as the run's tags say: data, config, library and product versions, the commit of the code. */
export function conditionDifferences(recorded: Conditions, now: Conditions): Difference[] {
  const compare = (kind: DifferenceKind, name: string, key: string): Difference[] =>
    different(kind, name, recorded[key], now[key]);
  return [
    ...compare('data', 'data digest', runTags.dataDigest),
    ...compare('config', 'config hash of sweep.json', runTags.configHash),
    ...versionDifferences(recorded[runTags.versions] ?? '', now[runTags.versions] ?? ''),
    ...compare('code', 'git commit', git.commit),
    ...compare('code', 'git uncommitted changes', git.dirty),
  ];
}

/** `xgflow=0.1.0 xgboost=3.2.0`, part by part. */
function versionDifferences(recorded: string, now: string): Difference[] {
  const [then, here] = [versionsOf(recorded), versionsOf(now)];
  return [...new Set([...then.keys(), ...here.keys()])].flatMap((name) =>
    different('library', `${name} version`, then.get(name), here.get(name)),
  );
}

function versionsOf(text: string): Map<string, string> {
  const pairs = text.split(' ').filter((part) => part.includes('='));
  return new Map(
    pairs.map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]),
  );
}

function different(
  kind: DifferenceKind,
  name: string,
  recorded: string | undefined,
  now: string | undefined,
): Difference[] {
  return recorded === now ? [] : [{ kind, name, recorded: recorded ?? null, now: now ?? null }];
}

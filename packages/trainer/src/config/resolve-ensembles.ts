import type { ResolvedEnsemble } from './ensemble-section.ts';
import type { Finding } from './finding.ts';
import type { ResolvedVariant } from './resolved-config.ts';
import { suggest } from './suggest.ts';
import type { SweepFile } from './sweep-file.ts';

/** Names the variants of each ensemble. Adds what is wrong to `findings`. */
export function resolveEnsembles(
  { ensembles = {}, exposure, variants: written }: SweepFile,
  variants: Readonly<Record<string, ResolvedVariant>>,
  findings: Finding[],
): Record<string, ResolvedEnsemble> {
  const known = Object.keys(written);
  const resolved: Record<string, ResolvedEnsemble> = {};
  for (const [name, { of, method }] of Object.entries(ensembles)) {
    const path = ['ensembles', name];
    const members = of === 'all' ? known : of;
    const add = (finding: Finding): number => findings.push(finding);
    if (known.includes(name)) {
      add({ path, ofKey: true, what: `${name} is also a variant`, fix: 'give it another name' });
    }
    members.forEach((member, at) => {
      const place = [...path, 'of', at];
      if (!known.includes(member)) {
        add({ path: place, what: `no variant ${member}`, fix: suggest(member, known) });
      } else if (members.indexOf(member) !== at) {
        add({ path: place, what: `${member} is named twice`, fix: 'name it once' });
      }
    });
    if (members.length < 2) {
      add({ path, what: `ensemble ${name} has one variant only`, fix: 'add a variant' });
    }
    if (method === 'stacked' && exposure !== undefined) {
      const what = 'a stack does not scale with an exposure';
      add({ path: [...path, 'method'], what, fix: 'use average or weighted' });
    }
    const other = members.find(
      (member) => !sameSplit(variants[members[0] ?? ''], variants[member]),
    );
    if (other !== undefined) {
      const what = `variants ${members[0] ?? ''} and ${other} of ensemble ${name} have different splits or folds`;
      add({ path: [...path, 'of'], what, fix: 'give them the same split and search.folds' });
    }
    resolved[name] = { of: members, method };
  }
  return resolved;
}

/** Out-of-fold scores are of the same rows, and so is the test part. What is not resolved is said elsewhere. */
function sameSplit(a: ResolvedVariant | undefined, b: ResolvedVariant | undefined): boolean {
  if (!a || !b) return true;
  const key = ({ search, split }: ResolvedVariant): string =>
    JSON.stringify([split.test_size, split.seed, split.stratify, search.folds]);
  return key(a) === key(b);
}

/**
 * The ensembles that can be made of the chosen variants: one of all variants is made of all that are
 * chosen, if there are two; any other needs all of its own.
 */
export function chosenEnsembles(
  ensembles: Readonly<Record<string, ResolvedEnsemble>> | undefined,
  chosen: readonly string[],
  known: readonly string[],
): Record<string, ResolvedEnsemble> | undefined {
  if (ensembles === undefined) return undefined;
  const made = Object.entries(ensembles).flatMap(([name, { of, method }]) => {
    const left = of.filter((member) => chosen.includes(member));
    const isOfAll = of.length === known.length;
    const enough = isOfAll ? left.length >= 2 : left.length === of.length;
    return enough ? [[name, { of: left, method }] as const] : [];
  });
  return made.length === 0 ? undefined : Object.fromEntries(made);
}

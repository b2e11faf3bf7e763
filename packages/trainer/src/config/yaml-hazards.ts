import type { Document } from 'yaml';
import { isAlias, isCollection, isMap, isScalar, visit } from 'yaml';

/** Something that YAML allows and a sweep or policy file must not have. */
export interface YamlHazard {
  readonly offset: number;
  readonly what: string;
  readonly fix: string;
}

const MAX_DEPTH = 16;

/** The first hazard in the document: an alias or anchor, a merge key, a key twice, a tag, too deep nesting. */
export function findHazard(document: Document): YamlHazard | undefined {
  // YAML 1.1 reads `no` as false and knows merge keys.
  if (document.directives?.yaml.explicit) {
    return { offset: 0, what: 'a %YAML directive', fix: 'remove it: the file is read as YAML 1.2' };
  }
  let hazard: YamlHazard | undefined;
  visit(document, {
    Node: (_, node, ancestors) => {
      const offset = node.range?.[0] ?? 0;
      const found =
        hazardOfNode(node) ??
        (ancestors.filter(isCollection).length > MAX_DEPTH
          ? { what: 'nested too deeply', fix: 'write a flatter file' }
          : undefined);
      hazard = found ? { offset, ...found } : isMap(node) ? hazardOfKeys(node.items) : undefined;
      return hazard ? visit.BREAK : undefined;
    },
  });
  return hazard;
}

function hazardOfNode(node: object): { what: string; fix: string } | undefined {
  if (isAlias(node) || ('anchor' in node && node.anchor !== undefined)) {
    return { what: 'anchors and aliases are not supported', fix: 'write the value out' };
  }
  if ('tag' in node && typeof node.tag === 'string') {
    return { what: `the tag ${node.tag} is not supported`, fix: 'remove it' };
  }
  return undefined;
}

function hazardOfKeys(pairs: readonly { key: unknown }[]): YamlHazard | undefined {
  const seen = new Set<string>();
  for (const { key } of pairs) {
    if (!isScalar(key)) {
      return { offset: 0, what: 'a key that is a list or a mapping', fix: 'use text as keys' };
    }
    const name = String(key.value);
    const offset = key.range?.[0] ?? 0;
    if (name === '<<') {
      return { offset, what: 'merge keys are not supported', fix: 'write the values out' };
    }
    if (name === '__proto__') {
      return { offset, what: 'the key __proto__ is not supported', fix: 'remove it' };
    }
    if (seen.has(name)) {
      return { offset, what: `${name} is there twice`, fix: 'keep one of the two' };
    }
    seen.add(name);
  }
  return undefined;
}

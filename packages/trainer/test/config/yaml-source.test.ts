import { describe, expect, test } from '@jest/globals';
import { ConfigError } from '../../src/config/config-error.ts';
import { YamlSource } from '../../src/config/yaml-source.ts';

const laughs = Array.from({ length: 9 }, (_, level) => {
  const below = level === 0 ? 'lol' : `*l${level - 1}`;
  return `l${level}: &l${level} [${Array<string>(9).fill(below).join(', ')}]`;
}).join('\n');

test.each([
  ['an alias', 'a: &x 1\nb: *x', 'anchors and aliases are not supported · f:1:7'],
  ['a bomb of aliases', laughs, 'anchors and aliases are not supported · f:1:9'],
  ['a merge key', 'a: 1\n<<: { b: 2 }', 'merge keys are not supported · f:2:1'],
  ['a key twice', 'a: 1\nb: { c: 1, c: 2 }', 'c is there twice · f:2:12'],
  ['a tag', 'a: !!binary aGk=', 'the tag tag:yaml.org,2002:binary is not supported · f:1:13'],
  ['a tag of its own', 'a: !thing x', 'not valid YAML: Unresolved tag: !thing · f:1:4'],
  ['a directive', '%YAML 1.1\n---\na: no', 'a %YAML directive · f:1:1'],
  ['two documents', 'a: 1\n---\nb: 2', 'not valid YAML'],
  ['a list as key', '? [a]\n: 1', 'a key that is a list or a mapping'],
  ['the key __proto__', '__proto__: { x: 1 }', 'the key __proto__ is not supported'],
  ['an open bracket', 'a: [1', 'not valid YAML'],
  ['tabs', 'a:\n\tb: 1', 'not valid YAML'],
  ['18 levels', '['.repeat(18) + ']'.repeat(18), 'nested too deeply'],
  ['50,000 open brackets', '['.repeat(50_000), 'nested too deeply · f:1:'],
  ['over 1 MB', `a: ${'x'.repeat(1_000_001)}`, 'the file is over 1 MB · f'],
])('%s is refused', (_, text, message) => {
  expect(() => new YamlSource('f', text)).toThrow(ConfigError);
  expect(() => new YamlSource('f', text)).toThrow(message);
});

test('tens of thousands of keys are read, and one twice among them found', () => {
  const keys = Array.from({ length: 40_000 }, (_, key) => `k${key}: 1`);
  expect(Object.keys(new YamlSource('f', keys.join('\n')).value as object)).toHaveLength(40_000);
  expect(() => new YamlSource('f', [...keys, 'k7: 2'].join('\n'))).toThrow(
    'k7 is there twice · f:40001:1',
  );
});

describe('positions', () => {
  const source = new YamlSource('f', '# first\na:\n  - x: 1\n    "y y": { z: 2 }\n');

  test.each([
    ['a value', ['a', 0, 'y y', 'z'], false, 4, 17],
    ['a key', ['a', 0, 'y y'], true, 4, 5],
    ['a list element', ['a', 0], false, 3, 5],
    ['what is missing, at what should hold it', ['a', 0, 'w'], false, 3, 5],
    ['the whole file', [], false, 2, 1],
  ])('%s', (_, path, ofKey, line, column) => {
    expect(source.positionOf(path, ofKey)).toEqual({ line, column });
  });
});

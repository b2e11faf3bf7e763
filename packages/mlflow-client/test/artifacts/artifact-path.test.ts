import { expect, test } from '@jest/globals';
import { checkArtifactPath, encodeArtifactPath } from '../../src/artifacts/artifact-path.ts';
import { BAD_PATHS, GOOD_PATHS } from './path-cases.ts';

test.each(GOOD_PATHS)('%j goes', (path) => {
  expect(checkArtifactPath(path)).toBe(path);
});

test.each(BAD_PATHS)('%j is refused', (path, problem) => {
  const check = () => checkArtifactPath(path);
  expect(check).toThrow(expect.objectContaining({ name: 'ArtifactPathError', path }));
  expect(check).toThrow(problem);
});

test('each segment is encoded once', () => {
  expect(encodeArtifactPath('a b/ü?/100%')).toBe('a%20b/%C3%BC%3F/100%25');
});

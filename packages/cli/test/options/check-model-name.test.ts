import { expect, test } from '@jest/globals';
import { UsageError } from '../../src/errors/usage-error.ts';
import { checkModelName } from '../../src/options/check-model-name.ts';

test('a name that the registry takes passes', async () => {
  await expect(checkModelName('odd "name", 🎉 v1.0')).resolves.toBeUndefined();
});

test.each(['a/b', 'a:b', ' ', '', 'a\nb', '..'])(
  '%j is refused before anything is run',
  async (name) => {
    const checked = checkModelName(name);
    await expect(checked).rejects.toThrow(UsageError);
    await expect(checked).rejects.toThrow(
      /^registered model name .* · --name, or the sweep file's/,
    );
  },
);

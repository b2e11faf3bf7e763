import { expect, test } from '@jest/globals';
import { withServer } from '../support/server.ts';
import { withFolder, writeSmallModel } from '../support/small-model.ts';

const record = { n: 1, region: 'north', children: 1 };

test('what an address asks for and cannot be is refused, not guessed at', () =>
  withFolder(async (folder) => {
    const model = await writeSmallModel(folder, 'm');
    await withServer(model, {}, async ({ post }) => {
      const ask = async (path: string) => {
        const { body, status } = await post(path, { dataframe_records: [record] });
        return [status, (body as { message?: string }).message];
      };
      const top = 'not a whole number from 1 to 1000 · top in the address · leave it out for 5';
      for (const wrong of ['abc', '0', '1001', '2.5', '2&top=3']) {
        expect(await ask(`/explain?top=${wrong}`)).toEqual([400, top]);
      }
      const keep = 'not the word all · keep in the address · leave it out for the predictions only';
      expect(await ask('/predict?keep=some')).toEqual([400, keep]);
      expect(await ask('/predict?keep=all&unknown=1')).toEqual([200, undefined]);
      expect(await ask('/explain?top=1000')).toEqual([200, undefined]);
    });
  }));

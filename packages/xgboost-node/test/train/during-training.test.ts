import { describe, expect, test } from '@jest/globals';
import { train } from '../../src/index.ts';
import type { Callback, TrainParams } from '../../src/index.ts';
import { caught } from '../caught.ts';
import { base64, denseMatrix, table } from '../small-model.ts';

const params: TrainParams = { objective: 'binary:logistic', nthread: 1 };

describe('during training', () => {
  const during = (callback: Callback): ReturnType<typeof caught> => {
    using data = denseMatrix();
    return caught(() =>
      train(params, data, { rounds: 3, callbacks: [callback] }).booster.dispose(),
    );
  };

  test('the booster and the data cannot be disposed', () => {
    const booster = during({ afterIteration: (context) => (context.booster.dispose(), false) });
    expect(booster).toMatchObject({ name: 'InUseError', object: 'Booster' });
    using data = denseMatrix();
    const callbacks: Callback[] = [{ beforeIteration: () => (data.dispose(), false) }];
    expect(caught(() => train(params, data, { rounds: 1, callbacks }))).toMatchObject({
      name: 'InUseError',
      object: 'DMatrix',
    });
    expect(data.label).toHaveLength(table.rows);
  });

  test('predicting with the booster, and saving it, does not change what is trained', () => {
    const sampled = { ...params, subsample: 0.5, colsample_bynode: 0.5 };
    using data = denseMatrix();
    const afterIteration: Callback['afterIteration'] = ({ booster }, round) => {
      expect(booster.predict(data).shape).toEqual([table.rows]);
      expect(booster.roundCount).toBe(round + 1);
      return booster.toBuffer().length === 0;
    };
    using watched = train(sampled, data, { rounds: 6, callbacks: [{ afterIteration }] });
    using plain = train(sampled, data, { rounds: 6 });
    expect(base64(watched.booster)).toBe(base64(plain.booster));
  });

  test('another training is refused, and the next one is not', () => {
    using data = denseMatrix();
    const nested = during({
      afterIteration: () => train(params, data, { rounds: 1 }).rounds > 5,
    });
    expect(nested?.name).toBe('NestedTrainingError');
    train(params, data, { rounds: 1 }).booster.dispose();
  });

  test('an error of a callback comes through as it is', () => {
    const error = new TypeError('mine');
    using data = denseMatrix();
    const callbacks: Callback[] = [
      {
        afterIteration: () => {
          throw error;
        },
      },
    ];
    expect(() => train(params, data, { rounds: 1, callbacks })).toThrow(error);
  });

  test('an aborted signal stops before the next round', () => {
    const controller = new AbortController();
    using data = denseMatrix();
    const callbacks: Callback[] = [
      { afterIteration: (_, round) => (round === 1 && controller.abort('enough'), false) },
    ];
    const options = { rounds: 9, callbacks, signal: controller.signal };
    expect(caught(() => train(params, data, options))).toMatchObject({
      name: 'TrainingAbortedError',
      rounds: 2,
      cause: 'enough',
    });
  });
});

import { describe, expect, test } from '@jest/globals';
import { train } from '../../src/index.ts';
import { caught } from '../caught.ts';
import { columnMatrix, denseMatrix, withModel } from '../small-model.ts';

describe('what a model says', () => {
  test('rounds, features and configuration', () => {
    withModel(denseMatrix(), (booster) => {
      expect(booster).toMatchObject({ roundCount: 5, featureCount: 4, featureTypes: undefined });
      expect(booster.featureNames).toEqual(['a', 'b', 'c', 'd']);
      expect(booster.categories()).toEqual([]);
      expect(JSON.parse(booster.config())).toMatchObject({ version: [3, 2, 0] });
    });
  });

  test('attributes are stored, listed and deleted', () => {
    withModel(denseMatrix(), (booster) => {
      booster.setAttribute('ä', '日本');
      booster.setAttribute('empty', '');
      expect(booster.attribute('nothing')).toBeUndefined();
      expect(booster.attributes()).toEqual(
        new Map([
          ['empty', ''],
          ['ä', '日本'],
        ]),
      );
      booster.setAttribute('ä', undefined);
      expect([...booster.attributes().keys()]).toEqual(['empty']);
      expect(caught(() => booster.setAttribute('a', 'b\0c'))?.name).toBe('InvalidArgumentError');
    });
  });

  test('importance by weight counts splits', () => {
    withModel(denseMatrix(), (booster) => {
      const splits = booster.dump({ format: 'text' }).join('\n').match(/\[a</g)?.length;
      expect(booster.importance().get('a')).toBe(splits);
      expect(booster.importance('total_gain').get('a')).toBeGreaterThan(0);
    });
  });

  test('a dump has one text per tree', () => {
    withModel(denseMatrix(), (booster) => {
      expect(booster.dump()).toHaveLength(5);
      expect(JSON.parse(booster.dump({ withStats: true })[0]!)).toHaveProperty('gain');
      expect(booster.dump({ format: 'dot' })[0]).toMatch(/^digraph/);
    });
  });

  test('a linear model of several outputs has no single importance', () => {
    using data = denseMatrix();
    const params = { booster: 'gblinear', objective: 'multi:softprob', num_class: 2, nthread: 1 };
    using result = train({ ...params, updater: 'coord_descent' }, data, { rounds: 2 });
    expect(caught(() => result.booster.importance())?.name).toBe('InvalidArgumentError');
  });
});

describe('slice', () => {
  test('predicts as the range of rounds, and keeps names and levels', () => {
    withModel(columnMatrix(), (booster, data) => {
      using part = booster.slice(1, 4);
      expect(part.roundCount).toBe(3);
      expect(part.predict(data, { output: 'margin' })).toEqual(
        booster.predict(data, { output: 'margin', iterationRange: [1, 4] }),
      );
      expect(part.categories()).toEqual(booster.categories());
      expect(part.featureNames).toEqual(booster.featureNames);
    });
  });

  test.each([
    [0, 0, 1, 5],
    [1, 5, 2, 2],
    [4, 0, 1, 1],
    [0, 4, 2, 2],
  ])('[%d, %d) step %d has %d rounds', (begin, end, step, rounds) => {
    withModel(denseMatrix(), (booster) => {
      using part = booster.slice(begin, end, step);
      expect(part.roundCount).toBe(rounds);
    });
  });

  test.each([
    [0, 6, 1],
    [5, 0, 1],
    [3, 3, 1],
    [-1, 2, 1],
    [0, 2, 0],
    [0.5, 2, 1],
    [0, 5, 2],
  ])('[%d, %d) step %d is refused', (begin, end, step) => {
    withModel(denseMatrix(), (booster) => {
      expect(caught(() => booster.slice(begin, end, step))).toMatchObject({
        name: 'InvalidArgumentError',
        argument: 'slice',
      });
    });
  });

  test('keeps the attributes', () => {
    withModel(denseMatrix(), (booster) => {
      booster.setAttribute('a', 'b');
      using part = booster.slice(0, 1);
      expect(part.attribute('a')).toBe('b');
    });
  });
});

describe('dispose', () => {
  test('twice is harmless, use after it is an error', () => {
    using data = denseMatrix();
    const { booster } = train({ nthread: 1 }, data, { rounds: 1 });
    booster.predict(data);
    booster.dispose();
    booster.dispose();
    const uses = [
      () => booster.predict(data),
      () => booster.predictDense(new Float32Array(4), { rows: 1, cols: 4 }),
      () => booster.toBuffer(),
      () => booster.featureNames,
      () => booster.slice(0, 1),
      () => train({}, data, { rounds: 1, continueFrom: booster }),
    ];
    for (const use of uses) {
      expect(caught(use)).toMatchObject({ name: 'DisposedError', object: 'Booster' });
    }
  });

  test('something else is not taken for a matrix or booster', () => {
    withModel(denseMatrix(), (booster) => {
      expect(caught(() => booster.predict({} as never))?.name).toBe('InvalidArgumentError');
      expect(caught(() => booster.predict(booster as never))?.name).toBe('InvalidArgumentError');
    });
  });
});

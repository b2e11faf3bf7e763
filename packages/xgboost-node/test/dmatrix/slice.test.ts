import { describe, expect, test } from '@jest/globals';
import { train } from '../../src/index.ts';
import { caught } from '../caught.ts';
import { columnMatrix, denseMatrix, label, table } from '../small-model.ts';

describe('slice', () => {
  test('keeps names, types, label, weight and base margin of its rows', () => {
    using data = columnMatrix();
    data.setWeight(Float32Array.from({ length: table.rows }, (_, row) => row));
    data.setBaseMargin(Float32Array.from({ length: table.rows * 2 }, (_, index) => index));
    using part = data.slice(new Int32Array([5, 3, 3]));
    expect(part).toMatchObject({
      rowCount: 3,
      featureNames: data.featureNames,
      featureTypes: data.featureTypes,
      label: new Float32Array([label[5]!, label[3]!, label[3]!]),
      weight: new Float32Array([5, 3, 3]),
      baseMargin: new Float32Array([10, 11, 6, 7, 6, 7]),
    });
  });

  test('predicts as the same rows of the whole', () => {
    using data = columnMatrix();
    using result = train({ nthread: 1 }, data, { rounds: 3 });
    using part = data.slice(new Int32Array([7, 0]));
    const whole = result.booster.predict(data).values;
    expect(result.booster.predict(part).values).toEqual(new Float32Array([whole[7]!, whole[0]!]));
  });

  test.each([[[]], [[-1]], [[table.rows]]])('rows %j are refused', (rows) => {
    using data = denseMatrix();
    expect(caught(() => data.slice(Int32Array.from(rows)))).toMatchObject({
      name: 'InvalidArgumentError',
      argument: 'rows',
    });
  });

  test('outlives the whole', () => {
    const data = denseMatrix();
    using part = data.slice(new Int32Array([1]));
    data.dispose();
    expect(part.label).toEqual(label.subarray(1, 2));
  });
});

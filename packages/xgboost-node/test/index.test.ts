import { describe, expect, test } from '@jest/globals';
import * as xgb from '../src/index.ts';

const classes = Object.entries(xgb).filter(([name]) => name.endsWith('Error')) as [
  string,
  { prototype: Error },
][];

test('the public list', () => {
  const others = Object.keys(xgb).filter((name) => !name.endsWith('Error'));
  expect(others.sort()).toEqual([
    'Booster',
    'DMatrix',
    'LibraryThread',
    'RandomState',
    'availableThreads',
    'checkFeatureNames',
    'cv',
    'earlyStopping',
    'evaluationMonitor',
    'freeNativeObjects',
    'learningRateSchedule',
    'leaveLibraryThreads',
    'libraryInfo',
    'nativeObjects',
    'onLog',
    'serializeParams',
    'setLibraryPath',
    'stratifiedAssignment',
    'threadInput',
    'train',
    'trainAsync',
    'trimMemory',
  ]);
});

describe('errors', () => {
  test.each(classes)('%s is of the one family', (name, { prototype }) => {
    expect(prototype).toBeInstanceOf(name === 'XGBoostNodeError' ? Error : xgb.XGBoostNodeError);
    expect(prototype.constructor.name).toBe(name);
  });

  test('there are all of them', () => {
    expect(classes).toHaveLength(18);
  });
});

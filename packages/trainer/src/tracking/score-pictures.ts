import { binaryPictures, multiclassPictures, regressionPictures } from '../report/index.ts';
import type { Picture } from '../report/index.ts';
import type { PreparedSweep } from '../sweep/prepare.ts';
import { labelsOf } from '../sweep/work/labels-of.ts';
import { quantileOf } from './quantile-of.ts';
import type { ScoredResult } from './scored-result.ts';

/** The pictures of what a variant or an ensemble says of the test part, by the task. */
export function scorePictures(prepared: PreparedSweep, result: ScoredResult): Picture[] {
  const { config, exposure, target } = prepared;
  const { metrics, name, outOfFold, rule, split, testPredictions, threshold } = result;
  const { uncalibratedTestPredictions: uncalibrated } = result;
  const { testRows } = split;
  const scored = { variant: name, target: config.target, metrics };
  const test = { labels: labelsOf(testRows, target.labels), scores: testPredictions };
  switch (target.task) {
    case 'binary': {
      const [negative, positive] = target.classes;
      return binaryPictures({
        ...scored,
        test,
        classes: [String(negative), String(positive)],
        threshold: threshold?.threshold ?? 0.5,
        ...(rule ? { thresholdChoice: { rule, outOfFold } } : {}),
        ...(uncalibrated ? { uncalibrated } : {}),
      });
    }
    case 'multiclass':
      return multiclassPictures({ ...scored, test, classes: target.classes.map(String) });
    case 'regression':
      return regressionPictures({
        ...scored,
        test: { ...test, exposure: exposure && labelsOf(testRows, exposure) },
        quantile: quantileOf(result.params),
      });
  }
}

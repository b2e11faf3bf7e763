export { costPerRow, flaggedShare } from './at-threshold.ts';
export { chooseThreshold, type ChosenThreshold } from './choose-threshold.ts';
export { thresholdCurve, type ThresholdPoint } from './curve.ts';
export type { ThresholdRule } from './threshold-rule.ts';

export { calibrationDoubt } from './calibration-doubt.ts';
export { fitCalibration, type CalibrationMethod } from './fit-calibration.ts';

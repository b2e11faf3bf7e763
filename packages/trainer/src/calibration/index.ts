export { fitCalibration, type CalibrationMethod } from './fit-calibration.ts';

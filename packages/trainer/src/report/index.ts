export { binaryPictures } from './binary-pictures.ts';
export { csvLine, csvLines, csvText } from './csv-text.ts';
export { drawSvg } from './draw.ts';
export { fittedPictures } from './fitted-pictures.ts';
export type { FittedReport } from './fitted-report.ts';
export { binarySlices } from './insight/binary-slices.ts';
export type { BinarySlice } from './insight/binary-slices.ts';
export { caseRows } from './insight/case-rows.ts';
export type { CaseRow } from './insight/case-rows.ts';
export { againstOthers, frequentClasses } from './insight/class-margins.ts';
export { classSlices } from './insight/class-slices.ts';
export type { ClassSlice } from './insight/class-slices.ts';
export { columnRows } from './insight/column-rows.ts';
export type { ColumnRow } from './insight/column-rows.ts';
export { classEffectRows, effectRows } from './insight/effects.ts';
export type { EffectRow } from './insight/effects.ts';
export type { SliceMetric } from './insight/slice-error.ts';
export { fewestRows } from './insight/sliced-columns.ts';
export type { SliceName } from './insight/sliced-columns.ts';
export {
  classCases,
  decisionCases,
  typicalCases,
  usualNumber,
  valueCases,
} from './insight/typical-cases.ts';
export type { CaseWish, MadeCases } from './insight/typical-cases.ts';
export { valueSlices } from './insight/value-slices.ts';
export type { ValueSlice } from './insight/value-slices.ts';
export { multiclassPictures } from './multiclass-pictures.ts';
export { PictureError } from './picture-error.ts';
export type { Picture, PictureSpec } from './picture.ts';
export { regressionPictures } from './regression-pictures.ts';
export { nameLabels, shortName, shortNameOf } from './name-labels.ts';
export { amountLabels, differenceLabels, logTicks } from './number-axis.ts';
export { renderPictures } from './render.ts';
export type { RenderedReport, ReportFile } from './render.ts';
export type { ReportRow } from './report-row.ts';
export type { ScoredRows } from './scored-rows.ts';
export { sweepPictures } from './sweep-pictures.ts';
export { ink, shades } from './theme.ts';
export type { TrialPoint } from './trial-point.ts';
export { writeReport } from './write-report.ts';

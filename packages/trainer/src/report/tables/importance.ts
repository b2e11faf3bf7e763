/** What a feature gives to the model. */
export type FeatureImportance = Readonly<{
  feature: string;
  /** Mean loss reduction of the splits on it, as XGBoost's `gain`; 0 for a feature without splits. */
  gain: number;
  /** Mean |SHAP| over the explained rows, in log-odds; 0 for a feature that moves no prediction. */
  mean_abs_shap: number;
}>;

/** Every feature that either measure knows, the largest mean |SHAP| first; then by gain, then by name. */
export function featureImportances(
  gain: ReadonlyMap<string, number>,
  meanAbsShap: ReadonlyMap<string, number>,
): FeatureImportance[] {
  return [...new Set([...meanAbsShap.keys(), ...gain.keys()])]
    .map((feature) => ({
      feature,
      gain: gain.get(feature) ?? 0,
      mean_abs_shap: meanAbsShap.get(feature) ?? 0,
    }))
    .toSorted(
      (a, b) =>
        b.mean_abs_shap - a.mean_abs_shap || b.gain - a.gain || (a.feature < b.feature ? -1 : 1),
    );
}

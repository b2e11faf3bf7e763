/** The share of the targets that a fit's predictions are meant to exceed; undefined where it predicts no quantile. */
export function quantileOf(params: Readonly<Record<string, unknown>>): number | undefined {
  const { objective, quantile_alpha: alpha } = params;
  return objective === 'reg:quantileerror' && typeof alpha === 'number' ? alpha : undefined;
}

/** The share of the targets that a fit's predictions are meant to exceed; undefined where it predicts no quantile. */
export function quantileOf(params: Readonly<Record<string, unknown>>): number | undefined {
  const { objective, quantile_alpha: alpha } = params;
  return objective === 'reg:quantileerror' && typeof alpha === 'number' ? alpha : undefined;
}

/** The same for judging groups: a model of the absolute error predicts the median, whose total is no expected total. */
export function centreOf(params: Readonly<Record<string, unknown>>): number | undefined {
  return params.objective === 'reg:absoluteerror' ? 0.5 : quantileOf(params);
}

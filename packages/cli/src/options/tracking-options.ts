/** Options of every command that talks to a tracking server. */
export const trackingOptions = {
  'tracking-uri': {
    type: 'string',
    requiresArg: true,
    describe:
      'MLflow server. Default: MLFLOW_TRACKING_URI, else the server that `xgflow server start` began here. Credentials: MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN',
  },
} as const;

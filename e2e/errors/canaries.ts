/** Planted where secrets are kept: none may be seen anywhere. */
export const canaries = {
  MLFLOW_TRACKING_TOKEN: 'canary-token-5f1c9a',
  MLFLOW_TRACKING_PASSWORD: 'canary-password-e02d',
  AWS_SECRET_ACCESS_KEY: 'canary-key-77ab20',
} as const;

import { UnsupportedPlatformError } from '../errors/unsupported-platform-error.ts';

/** Refuses where processes cannot be told apart by /proc. @throws UnsupportedPlatformError */
export function requireLinux(platform: NodeJS.Platform = process.platform): void {
  if (platform === 'linux') return;
  throw new UnsupportedPlatformError(
    `the local MLflow server is managed on Linux only · this is ${platform} · run \`mlflow server\` yourself and set MLFLOW_TRACKING_URI`,
  );
}

import { XGBoostNodeError } from './xgboost-node-error.ts';

/** This operating system or processor is not among those the package was tested on. */
export class UnsupportedPlatformError extends XGBoostNodeError {
  override readonly name = 'UnsupportedPlatformError';
  /** `<platform>-<arch>` as Node names them, such as `darwin-arm64`. */
  readonly platform: string;

  constructor(message: string, platform: string) {
    super(message);
    this.platform = platform;
  }
}

// A browser for the tests of MLflow's UI. Tests only: no command of the product needs one.
import { installDebianPackage, isOnPath } from './debian-package.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

export function installChromium() {
  return installDebianPackage({
    name: 'Chromium',
    debian: 'chromium',
    find: () => names.some(isOnPath),
    where: `on PATH (${names.join(', ')})`,
    tests: 'browser tests',
  });
}

/** What the packages are tested on, and newer. */
export const lowestNode = '22.12';

/** Whether `version` is at least `lowest`, by major and minor number. */
export function atLeast(version: string, lowest: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = lowest.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

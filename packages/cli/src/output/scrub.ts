const secretNames = /(PASSWORD|TOKEN|SECRET|ACCESS_KEY|SAS|CREDENTIAL|CONNECTION_STRING)/u;
const userInfo = /(\b[a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@'"]{1,500}@/giu;
const shortestSecret = 6;

/** Makes a function that hides the values of secret environment variables and the `user:password@` of URLs. */
export function scrubber(
  env: Readonly<Record<string, string | undefined>>,
): (text: string) => string {
  const secrets = Object.entries(env)
    .filter(([name]) => secretNames.test(name))
    .map(([, value]) => value ?? '')
    // A shorter value would blank out ordinary words.
    .filter((value) => value.length >= shortestSecret)
    .sort((a, b) => b.length - a.length);
  return (text) =>
    secrets
      .reduce((shown, secret) => shown.replaceAll(secret, '***'), text)
      .replace(userInfo, '$1***@');
}

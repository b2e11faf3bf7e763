import type { ResolvedOptions } from '../options/resolved-options.ts';

/** Below these lengths a secret would blot out ordinary words as well; a header may hold no secret at all. */
const MIN_LENGTH = 3;
const MIN_HEADER_LENGTH = 8;
const AUTHORIZATION = /\b(Basic|Bearer)\s+[\w+/=.~-]{4,}/gi;
const USERINFO = /:\/\/[^\s/?#@]*@/g;

/**
 * Makes the function through which every foreign text passes before it enters an error: it blots out
 * the credentials in each form they take on the wire, any `Authorization` value and any user info in a URL.
 */
export function createRedactor(
  options: Pick<ResolvedOptions, 'auth' | 'headers'>,
): (text: string) => string {
  return (text) =>
    secretForms(options)
      .reduce((kept, form) => kept.replaceAll(form, '***'), text)
      .replace(AUTHORIZATION, '$1 ***')
      .replace(USERINFO, '://***@');
}

function secretForms({ auth, headers }: Pick<ResolvedOptions, 'auth' | 'headers'>): string[] {
  const plain = [...headers.values()]
    .flatMap((header) => header.known())
    .filter((value) => value.length >= MIN_HEADER_LENGTH);
  if (auth.kind === 'basic') {
    const [password = ''] = auth.password.known();
    plain.push(Buffer.from(`${auth.username}:${password}`).toString('base64'), password);
  } else if (auth.kind === 'bearer') {
    plain.push(...auth.token.known());
  }
  const forms = plain.flatMap((secret) => [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
  ]);
  return [...new Set(forms)]
    .filter((form) => form.length >= MIN_LENGTH)
    .sort((a, b) => b.length - a.length);
}

import type { Auth } from '../options.ts';

/** Below this length a secret would blot out ordinary words as well. */
const MIN_LENGTH = 3;
const AUTHORIZATION = /\b(Basic|Bearer)\s+[\w+/=.~-]{4,}/gi;
const USERINFO = /:\/\/[^\s/?#@]*@/g;

/**
 * Makes the function through which every foreign text passes before it enters an error: it blots out
 * the credentials in each form they take on the wire, any `Authorization` value and any user info in a URL.
 */
export function createRedactor(auth: Auth): (text: string) => string {
  const forms = secretForms(auth);
  return (text) =>
    forms
      .reduce((kept, form) => kept.replaceAll(form, '***'), text)
      .replace(AUTHORIZATION, '$1 ***')
      .replace(USERINFO, '://***@');
}

function secretForms(auth: Auth): string[] {
  const plain: string[] = [];
  if (auth.kind === 'basic') {
    const password = auth.password.reveal();
    plain.push(Buffer.from(`${auth.username}:${password}`).toString('base64'), password);
  } else if (auth.kind === 'bearer') {
    plain.push(auth.token.reveal());
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

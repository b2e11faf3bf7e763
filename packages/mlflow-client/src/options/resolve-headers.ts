import { validateHeaderName, validateHeaderValue } from 'node:http';
import { OptionsError } from '../errors/options-error.ts';
import { Secret } from '../http/secret.ts';
import type { ClientOptions } from './client-options.ts';

/** What frames a request is the transport's affair. */
const FRAMING = /^(?:host|connection|transfer-encoding|accept-encoding|expect|content-.*)$/i;

/** The headers of one's own, as they may be sent. Throws `OptionsError`, which shows no value. */
export function resolveHeaders(headers: ClientOptions['headers'] = {}): Map<string, Secret> {
  const checked = new Map<string, Secret>();
  for (const [name, value] of Object.entries(headers)) {
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    } catch {
      throw new OptionsError(`the header ${JSON.stringify(name)} cannot be sent`, {
        hint: 'give a plain name and a value of one line',
      });
    }
    if (FRAMING.test(name)) {
      throw new OptionsError(`the header ${name} is set by the client itself`, {
        hint: 'leave it out of the option headers',
      });
    }
    checked.set(name, new Secret(value));
  }
  return checked;
}

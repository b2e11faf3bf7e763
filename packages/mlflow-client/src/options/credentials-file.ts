import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'ini';

export interface FileCredentials {
  readonly username: string | undefined;
  readonly password: string | undefined;
}

/**
 * Reads `~/.mlflow/credentials` as Python's client does (section `[mlflow]`, keys
 * `mlflow_tracking_username` and `mlflow_tracking_password`). A file that is not there, or not
 * readable, holds nothing.
 */
export function readCredentialsFile(homeDir: string): FileCredentials {
  let text: string;
  try {
    text = readFileSync(join(homeDir, '.mlflow', 'credentials'), 'utf8');
  } catch {
    return { username: undefined, password: undefined };
  }
  const fields = entries(new Map(entries(parse(escaped(text)))).get('mlflow'));
  return {
    username: field(new Map(fields), 'mlflow_tracking_username'),
    password: field(new Map(fields), 'mlflow_tracking_password'),
  };
}

/** Python's configparser keeps `;`, `#` and `\` within a value, where ini would start a comment. */
function escaped(text: string): string {
  return text.replace(
    /^(\s*\w+\s*[=:]\s*)(.*)$/gm,
    (_line, key: string, value: string) =>
      key.replace(':', '=') + value.trim().replace(/[\\;#]/g, '\\$&'),
  );
}

/** ini turns `true`, `null` into values of their own; configparser reads `%%` as `%`. */
function field(fields: ReadonlyMap<string, unknown>, key: string): string | undefined {
  const value = fields.get(key);
  const text = typeof value === 'boolean' || value === null ? String(value) : value;
  return typeof text === 'string' && text !== '' ? text.replaceAll('%%', '%') : undefined;
}

function entries(section: unknown): [string, unknown][] {
  return typeof section === 'object' && section !== null ? Object.entries(section) : [];
}

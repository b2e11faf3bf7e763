import { readFile } from 'node:fs/promises';
import { ConfigError } from './config-error.ts';

/** The text of a file that a user names. @param what such as `a sweep file` @throws {ConfigError} */
export async function readText(path: string, what: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const { code = String(cause) } = cause as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : `the file cannot be read (${code})`;
    const finding = { what: why, where: path, fix: `give the path of ${what}` };
    throw new ConfigError(path, [finding], { cause });
  }
}

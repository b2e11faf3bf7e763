import { readFile } from 'node:fs/promises';
import {
  ConfigError,
  knownKeysOf,
  refuseFindings,
  schemaFindings,
  YamlSource,
} from '../../config/index.ts';
import { policySchema } from './policy.ts';
import type { PromotionPolicy } from './policy.ts';

/** Reads and checks a policy file. @throws {ConfigError} each problem with line and column */
export async function loadPolicy(path: string): Promise<PromotionPolicy> {
  return parsePolicy(await readText(path), path);
}

/** As `loadPolicy`, from text; an empty file is the default policy. */
export function parsePolicy(text: string, file = 'promotion.yaml'): PromotionPolicy {
  const source = new YamlSource(file, text);
  const parsed = policySchema.safeParse(source.value ?? {});
  if (parsed.success) return parsed.data;
  refuseFindings(
    source,
    schemaFindings(parsed.error.issues, source.value, knownKeysOf(policySchema)),
  );
  throw parsed.error;
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const { code = String(cause) } = cause as NodeJS.ErrnoException;
    const what = code === 'ENOENT' ? 'there is no such file' : `the file cannot be read (${code})`;
    throw new ConfigError(path, [{ what, where: path, fix: 'give the path of a policy file' }], {
      cause,
    });
  }
}

import {
  knownKeysOf,
  readText,
  refuseFindings,
  schemaFindings,
  YamlSource,
} from '../../config/index.ts';
import { policySchema } from './policy.ts';
import type { PromotionPolicy } from './policy.ts';

/** Reads and checks a policy file. @throws {ConfigError} each problem with line and column */
export async function loadPolicy(path: string): Promise<PromotionPolicy> {
  return parsePolicy(await readText(path, 'a policy file'), path);
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

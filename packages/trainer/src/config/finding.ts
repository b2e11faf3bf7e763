import type { ConfigProblem } from './config-error.ts';
import { ConfigError } from './config-error.ts';
import type { ConfigPath, YamlSource } from './yaml-source.ts';

/** A problem before its place in the file is looked up. */
export interface Finding {
  readonly path: ConfigPath;
  /** True when the key itself is wrong, not its value. */
  readonly ofKey?: boolean;
  readonly what: string;
  readonly fix: string;
}

/** @throws {ConfigError} if there is any finding, each with its line and column, in the order of the file. */
export function refuseFindings(source: YamlSource, findings: readonly Finding[]): void {
  if (findings.length === 0) {
    return;
  }
  const problems = findings
    .map((finding) => located(source, finding))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  throw new ConfigError(source.file, problems);
}

function located(source: YamlSource, { path, ofKey, what, fix }: Finding): ConfigProblem {
  const { line, column } = source.positionOf(path, ofKey);
  return { what, where: `${source.file}:${line}:${column}`, fix, line, column };
}

import { TrainerError } from '../errors/trainer-error.ts';

/** One thing wrong in a sweep or policy file. */
export interface ConfigProblem {
  /** What is wrong. */
  readonly what: string;
  /** `file:line:column`, with the key where there is one; or the option that is wrong. */
  readonly where: string;
  /** What to do about it. */
  readonly fix: string;
  /** Line and column from 1; undefined for a problem that has no place in the file. */
  readonly line?: number;
  readonly column?: number;
}

/** A sweep or policy file cannot be used. The message tells the first problem, `problems` has all of them. */
export class ConfigError extends TrainerError {
  override readonly name = 'ConfigError';
  readonly file: string;
  readonly problems: readonly ConfigProblem[];

  constructor(file: string, problems: readonly ConfigProblem[], options?: ErrorOptions) {
    const [first] = problems;
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
    super(
      first ? `${first.what} · ${first.where} · ${first.fix}${more}` : `${file} is not usable`,
      options,
    );
    this.file = file;
    this.problems = problems;
  }
}

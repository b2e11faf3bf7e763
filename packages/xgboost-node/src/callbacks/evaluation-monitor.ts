import { InvalidArgumentError } from '../errors/invalid-argument-error.ts';
import type { Callback, EvalHistory } from './callback.ts';
import { pythonFloat } from './python-float.ts';

export interface EvaluationMonitorOptions {
  /** Rounds between lines. Default 1. */
  period?: number;
  /** Gets each line, without a line end. Default: stderr. */
  write?: (line: string) => void;
}

function toStderr(line: string): void {
  process.stderr.write(`${line}\n`);
}

function fiveDecimals(score: number): string {
  return Number.isFinite(score) ? score.toFixed(5) : pythonFloat(score);
}

function format(history: EvalHistory, round: number): string {
  const scores = Object.entries(history).flatMap(([data, metrics]) =>
    Object.entries(metrics).map(
      ([metric, values]) => `\t${data}-${metric}:${fiveDecimals(values.at(-1) ?? NaN)}`,
    ),
  );
  return `[${round}]${scores.join('')}`;
}

/**
 * Writes the scores of round 0, `period`, 2 × `period` …, and of the last round, as Python's
 * EvaluationMonitor does: `[0]\tvalid-auc:0.81234`.
 */
export function evaluationMonitor(options: EvaluationMonitorOptions = {}): Callback {
  const { period = 1, write = toStderr } = options;
  if (!Number.isSafeInteger(period) || period < 1) {
    throw new InvalidArgumentError(`period is ${period}; give a whole number ≥ 1`, 'period');
  }
  let skipped: string | undefined;
  return {
    afterIteration({ history }, round) {
      if (Object.keys(history).length === 0) return false;
      const line = format(history, round);
      if (round % period === 0) {
        write(line);
        skipped = undefined;
      } else {
        skipped = line;
      }
      return false;
    },
    afterTraining() {
      if (skipped !== undefined) write(skipped);
      skipped = undefined;
      return undefined;
    },
  };
}

import { InvalidParamError, serializeParams, UnknownParamError } from '@xgflow/xgboost-node';
import { closest } from '@xgflow/data/closest';
import { tasks } from '../metrics/index.ts';
import type { Task } from '../metrics/index.ts';
import { taskRules } from './task-rules.ts';

/** The number of boosting rounds; not a parameter of libxgboost, but of every XGBoost estimator. */
const ROUNDS = 'n_estimators';

/** What is wrong with a parameter, and what to do. */
export interface ParamProblem {
  readonly param: string;
  /** True when it is the name that is wrong. */
  readonly ofName: boolean;
  readonly what: string;
  readonly fix: string;
}

/** Parameters that the trainer sets itself, and what to use instead. */
const reserved: Readonly<Record<string, string>> = {
  nthread: 'remove it: a trial runs on one thread, and --concurrency says how many run at a time',
  n_jobs: 'remove it: a trial runs on one thread, and --concurrency says how many run at a time',
  random_state: 'call it seed',
  early_stopping_rounds: 'use search.early_stopping',
  num_boost_round: `call it ${ROUNDS}`,
  num_class: 'remove it: the target says how many classes there are',
};

/** Constraints name features, which only the table knows; `sweep/check-constraints.ts` looks at them. */
const constraints: readonly string[] = ['monotone_constraints', 'interaction_constraints'];

/** Whether XGBoost has the parameter and takes the value; the rules are those of the binding. */
export function paramProblem(
  param: string,
  value: unknown,
  task: Task = 'binary',
): ParamProblem | undefined {
  const instead = reserved[param];
  if (instead !== undefined) {
    return { param, ofName: true, what: `${param} is not for a sweep file`, fix: instead };
  }
  if (param === 'objective') {
    const problem = objectiveProblem(String(value), task);
    return problem && { param, ofName: false, ...problem };
  }
  if (param === ROUNDS) {
    const whole = Number.isSafeInteger(value) && (value as number) >= 1;
    const what = `${ROUNDS} ${JSON.stringify(value)} is no number of rounds`;
    return whole ? undefined : { param, ofName: false, what, fix: 'give whole numbers from 1 on' };
  }
  return bindingProblem({ [param]: constraints.includes(param) ? undefined : value });
}

function objectiveProblem(
  objective: string,
  task: Task,
): { readonly what: string; readonly fix: string } | undefined {
  const { objectives, gives } = taskRules[task];
  if (objectives.includes(objective)) return undefined;
  const other = tasks.find((name) => taskRules[name].objectives.includes(objective));
  const use = `use ${new Intl.ListFormat('en', { type: 'disjunction' }).format(objectives)}`;
  const fix = other === undefined ? use : `${use}, or say task: ${other}`;
  return { what: `objective ${objective} ${gives}`, fix };
}

/** Two names of one parameter, such as eta and learning_rate, if both are given. */
export function aliasProblem(params: Readonly<Record<string, unknown>>): ParamProblem | undefined {
  const known = Object.entries(params).filter(([param]) => param !== ROUNDS);
  return bindingProblem(Object.fromEntries(known));
}

function bindingProblem(params: Readonly<Record<string, unknown>>): ParamProblem | undefined {
  try {
    serializeParams(params);
    return undefined;
  } catch (error) {
    if (error instanceof UnknownParamError) {
      const near = closest(error.param, [ROUNDS]) ?? error.suggestion;
      const fix = near === undefined ? "see XGBoost's list of parameters" : `did you mean ${near}?`;
      return {
        param: error.param,
        ofName: true,
        what: `XGBoost has no parameter ${error.param}`,
        fix,
      };
    }
    if (error instanceof InvalidParamError) {
      return { param: error.param, ofName: false, what: error.message, fix: 'correct it here' };
    }
    throw error;
  }
}

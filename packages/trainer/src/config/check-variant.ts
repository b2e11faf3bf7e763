import type { Distribution } from '../search/index.ts';
import type { ConfigPath } from './yaml-source.ts';
import { suggest } from './closest.ts';
import { evalMetricNames, isEvalMetric } from './eval-metrics.ts';
import type { Finding } from './finding.ts';
import type { ResolvedVariant } from './resolved-config.ts';

/** The number of boosting rounds; not a parameter of libxgboost, but of every XGBoost estimator. */
export const ROUNDS = 'n_estimators';

export interface VariantCheck {
  /** Where a parameter of the variant is written. */
  readonly pathOf: (section: 'params' | 'space', parameter?: string) => ConfigPath;
  /** XGBoost's parameter names; undefined: any name goes. */
  readonly knownParams: readonly string[] | undefined;
}

/** What is wrong with a variant as a whole: parameters unknown, fixed and searched at once, or nothing to search. */
export function checkVariant(
  name: string,
  { params, space }: ResolvedVariant,
  check: VariantCheck,
): Finding[] {
  const searched = Object.keys(space);
  if (searched.length === 0) {
    const path = check.pathOf('space');
    return [
      {
        path,
        what: `variant ${name} searches nothing: its space is empty`,
        fix: 'add a parameter to space',
      },
    ];
  }
  return [
    ...unknownNames('params', Object.keys(params), check),
    ...unknownNames('space', searched, check),
    ...searched
      .filter((parameter) => Object.hasOwn(params, parameter))
      .map((parameter) => ({
        path: check.pathOf('space', parameter),
        ofKey: true,
        what: `${parameter} is both fixed and searched in variant ${name}`,
        fix: 'remove it from params or from space (in a variant: set it to null there)',
      })),
    ...roundsFindings(params[ROUNDS], space[ROUNDS], check),
    ...evalMetricFindings(params.eval_metric, check),
  ];
}

function unknownNames(
  section: 'params' | 'space',
  names: readonly string[],
  { pathOf, knownParams }: VariantCheck,
): Finding[] {
  if (!knownParams) {
    return [];
  }
  const known = [ROUNDS, ...knownParams];
  return names
    .filter((name) => !known.includes(name))
    .map((name) => ({
      path: pathOf(section, name),
      ofKey: true,
      what: `XGBoost has no parameter ${name}`,
      fix: suggest(name, known),
    }));
}

function roundsFindings(
  fixed: unknown,
  searched: Distribution | undefined,
  { pathOf }: VariantCheck,
): Finding[] {
  const fix = 'give whole numbers from 1 on';
  if (fixed !== undefined && !isRounds(fixed)) {
    return [
      {
        path: pathOf('params', ROUNDS),
        what: `${ROUNDS} is ${JSON.stringify(fixed)}, no number of rounds`,
        fix,
      },
    ];
  }
  if (searched === undefined) {
    return [];
  }
  const values =
    'int' in searched ? searched.int : 'choice' in searched ? searched.choice : [Number.NaN];
  return values.every(isRounds)
    ? []
    : [
        {
          path: pathOf('space', ROUNDS),
          what: `${ROUNDS} would not always be a number of rounds`,
          fix,
        },
      ];
}

function isRounds(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 1;
}

function evalMetricFindings(metric: unknown, { pathOf }: VariantCheck): Finding[] {
  const names = metric === undefined ? [] : [metric].flat().map(String);
  return names
    .filter((name) => !isEvalMetric(name))
    .map((name) => ({
      path: pathOf('params', 'eval_metric'),
      what: `${name} is no evaluation metric of XGBoost`,
      fix: suggest(name, evalMetricNames),
    }));
}

import { inspect } from 'node:util';
import { InvalidParamError } from '../errors/invalid-param-error.ts';
import { UnknownParamError } from '../errors/unknown-param-error.ts';
import { aliases, catalog, isParamName } from './catalog.ts';
import type { ParamKind, ParamName } from './catalog.ts';
import { interactionText, monotoneText } from './constraints.ts';
import { closest } from './closest.ts';
import type { SpecialParams, TrainParams } from './train-params.ts';

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

const wanted: Record<Exclude<ParamKind, 'special'>, string> = {
  number: 'a finite number',
  integer: 'a whole number',
  boolean: 'true or false',
  text: 'a text',
  numbers: 'a finite number or a list of them',
};

/** The library's text of a plain value, or undefined when the value is of another kind. */
const writers: Record<Exclude<ParamKind, 'special'>, (value: unknown) => string | undefined> = {
  number: (value) => (isNumber(value) ? String(value) : undefined),
  integer: (value) => (Number.isSafeInteger(value) ? String(value) : undefined),
  boolean: (value) => (typeof value === 'boolean' ? String(value) : undefined),
  text: (value) => (typeof value === 'string' && value !== '' ? value : undefined),
  numbers: (value) => {
    const list = Array.isArray(value) ? (value as unknown[]) : [value];
    if (list.length === 0 || !list.every(isNumber)) return undefined;
    return Array.isArray(value) ? JSON.stringify(list) : String(value);
  },
};

function describeValue(value: unknown): string {
  return typeof value === 'string'
    ? JSON.stringify(value)
    : inspect(value, { breakLength: Infinity });
}

function plainText(name: ParamName, kind: Exclude<ParamKind, 'special'>, value: unknown): string {
  const text = writers[kind](value);
  if (text !== undefined && !text.includes('\0')) return text;
  throw new InvalidParamError(
    `parameter ${name} is ${describeValue(value)}, it must be ${wanted[kind]}`,
    { param: name, value },
  );
}

function metricNames(value: NonNullable<SpecialParams['eval_metric']>): readonly string[] {
  const metrics: unknown = typeof value === 'string' ? [value] : value;
  const isName = (metric: unknown) => typeof metric === 'string' && /^[^\s\0]+$/.test(metric);
  if (Array.isArray(metrics) && metrics.every(isName)) return metrics as readonly string[];
  throw new InvalidParamError(`eval_metric must be a metric's name or a list of names`, {
    param: 'eval_metric',
    value,
  });
}

/** Arguments that Python users know by another name; here they are no training parameters. */
const optionNames: Readonly<Record<string, string>> = {
  n_estimators: 'the option rounds',
  num_boost_round: 'the option rounds',
  early_stopping_rounds: 'the option earlyStopping',
  verbose_eval: 'the option verbose',
  xgb_model: 'the option continueFrom',
  missing: 'an option of DMatrix.fromDense',
  enable_categorical: 'not needed: category columns say it',
};

function hintFor(name: string, suggestion: string | undefined): string {
  if (Object.hasOwn(optionNames, name)) return `it is ${optionNames[name] ?? ''}`;
  if (suggestion === undefined) return 'see the XGBoost parameter list';
  return `did you mean ${JSON.stringify(suggestion)}?`;
}

function checkName(name: string): asserts name is ParamName {
  if (isParamName(name)) return;
  const known = Object.hasOwn(optionNames, name);
  const suggestion = known ? undefined : closest(name, Object.keys(catalog));
  throw new UnknownParamError(
    `unknown training parameter ${JSON.stringify(name)}; ${hintFor(name, suggestion)}`,
    { param: name, suggestion },
  );
}

function checkAliases(given: Readonly<Record<string, unknown>>): void {
  for (const [alias, name] of Object.entries(aliases)) {
    if (given[alias] === undefined || given[name] === undefined) continue;
    throw new InvalidParamError(`${alias} and ${name} are the same parameter; give only one`, {
      param: alias,
      value: given[alias],
    });
  }
}

/**
 * Parameters as the `[name, text]` pairs the library reads, in the order given. A list of metrics
 * gives one pair per metric.
 *
 * @param featureNames resolves constraints by name.
 * @throws UnknownParamError with the nearest name. @throws InvalidParamError for a wrong value, both
 *   names of one parameter, or a constraint on an unknown feature.
 */
export function serializeParams(
  params: TrainParams,
  featureNames?: readonly string[],
): [name: ParamName, text: string][] {
  const given: Readonly<Record<string, unknown>> = params;
  const special: SpecialParams = params;
  const pairs: [ParamName, string][] = [];
  for (const [name, value] of Object.entries(given)) {
    checkName(name);
    if (value === undefined || value === null) continue;
    const kind = catalog[name];
    if (kind !== 'special') pairs.push([name, plainText(name, kind, value)]);
    else if (name === 'eval_metric' && special.eval_metric !== undefined) {
      for (const metric of metricNames(special.eval_metric)) pairs.push([name, metric]);
    } else if (name === 'monotone_constraints' && special.monotone_constraints !== undefined) {
      pairs.push([name, monotoneText(special.monotone_constraints, featureNames)]);
    } else if (special.interaction_constraints !== undefined) {
      pairs.push([name, interactionText(special.interaction_constraints, featureNames)]);
    }
  }
  checkAliases(given);
  return pairs;
}

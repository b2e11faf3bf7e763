import { metricNamesOf } from '../metrics/index.ts';
import type { Task } from '../metrics/index.ts';
import type { PathOf } from './path-of.ts';
import type { Finding } from './finding.ts';
import { objectivesOf } from './objectives-of.ts';
import type { ResolvedVariant } from './resolved-config.ts';
import { suggest } from './suggest.ts';
import { logLinkObjectives, taskRules } from './task-rules.ts';

/** What a variant asks for that its task does not have. @param exposure the column of exposure, if there is one */
export function checkTask(
  variant: ResolvedVariant,
  { task, exposure }: { readonly task: Task; readonly exposure?: string | undefined },
  pathOf: PathOf,
): Finding[] {
  return [
    ...scoringFindings(variant, task, pathOf),
    ...stratifyFindings(variant, task, pathOf),
    ...evalMetricFindings(variant, task, pathOf),
    ...quantileFindings(variant, pathOf),
    // For another task it is refused as such.
    ...(exposure === undefined || task !== 'regression' ? [] : exposureFindings(variant)),
  ];
}

function scoringFindings(variant: ResolvedVariant, task: Task, pathOf: PathOf): Finding[] {
  const { scoring } = variant.search;
  const path = pathOf('search', 'scoring');
  if (!metricNamesOf(task).includes(scoring)) {
    const what = `${scoring} is no metric of task: ${task}`;
    return [{ path, what, fix: suggest(scoring, metricNamesOf(task)) }];
  }
  if (scoring !== 'deviance') return [];
  const moving = ['objective', 'tweedie_variance_power'].find((param) =>
    Object.hasOwn(variant.space, param),
  );
  if (moving !== undefined) {
    const what = `trials cannot be compared by deviance while ${moving} is searched`;
    return [{ path, what, fix: `score by another metric, or fix ${moving} in params` }];
  }
  const withoutFamily = ['reg:absoluteerror', 'reg:quantileerror'];
  const objective = objectivesOf(variant).find((name) => withoutFamily.includes(name));
  if (objective === undefined) return [];
  const what = `${objective} has no deviance`;
  return [{ path, what, fix: 'score by mae, pinball or another metric' }];
}

function stratifyFindings({ split }: ResolvedVariant, task: Task, pathOf: PathOf): Finding[] {
  if (task !== 'regression' || !split.stratify) return [];
  const what = 'stratify keeps the shares of classes, and a regression has none';
  return [{ path: pathOf('split', 'stratify'), what, fix: 'remove it' }];
}

function evalMetricFindings(
  { params, search }: ResolvedVariant,
  task: Task,
  pathOf: PathOf,
): Finding[] {
  const { evalMetrics } = taskRules[task];
  if (!evalMetrics) return [];
  const given = [params.eval_metric ?? []].flat().filter((name) => typeof name === 'string');
  const places = [
    ...given.map((name) => ({ name, path: pathOf('params', 'eval_metric') })),
    ...(search.early_stopping
      ? [
          {
            name: search.early_stopping.metric,
            path: [...pathOf('search', 'early_stopping'), 'metric'],
          },
        ]
      : []),
  ];
  return places
    .filter(({ name }) => !evalMetrics.includes(name.split('@')[0] ?? ''))
    .map(({ name, path }) => ({
      path,
      what: `${name} does not judge task: ${task}`,
      fix: suggest(name, evalMetrics),
    }));
}

function quantileFindings({ params, space }: ResolvedVariant, pathOf: PathOf): Finding[] {
  if (Object.hasOwn(space, 'quantile_alpha')) {
    const what = 'quantile_alpha says what is asked for, so it cannot be searched';
    const path = pathOf('space', 'quantile_alpha');
    return [{ path, ofKey: true, what, fix: 'fix it in params, one variant for each quantile' }];
  }
  const { quantile_alpha: alpha } = params;
  if (alpha === undefined || (typeof alpha === 'number' && alpha > 0 && alpha < 1)) return [];
  const what = `quantile_alpha is ${JSON.stringify(alpha)}`;
  return [
    { path: pathOf('params', 'quantile_alpha'), what, fix: 'give one number between 0 and 1' },
  ];
}

function exposureFindings(variant: ResolvedVariant): Finding[] {
  const other = objectivesOf(variant).find((objective) => !logLinkObjectives.includes(objective));
  if (other === undefined) return [];
  const what = `exposure needs an objective with a log link, and ${other} has none`;
  return [{ path: ['exposure'], what, fix: `use ${logLinkObjectives.join(', ')}` }];
}

import type { Task } from '../metrics/index.ts';
import { valueAt } from '../search/index.ts';
import type { Distribution } from '../search/index.ts';
import { aliasProblem, paramProblem } from './check-params.ts';
import type { ParamProblem } from './check-params.ts';
import { checkTask } from './check-task.ts';
import { suggest } from './suggest.ts';
import { evalMetricNames, isEvalMetric } from './eval-metrics.ts';
import type { Finding } from './finding.ts';
import type { ResolvedVariant } from './resolved-config.ts';
import type { PathOf } from './path-of.ts';

/** What is wrong with a variant as a whole: a parameter, one that is fixed and searched, or nothing to search. */
export function checkVariant(
  name: string,
  variant: ResolvedVariant,
  about: { readonly task: Task; readonly exposure?: string | undefined },
  pathOf: PathOf,
): Finding[] {
  const { params, space } = variant;
  if (Object.keys(space).length === 0) {
    const what = `variant ${name} searches nothing: its space is empty`;
    return [{ path: pathOf('space'), what, fix: 'add a parameter to space' }];
  }
  const twice = Object.keys(space)
    .filter((param) => Object.hasOwn(params, param))
    .map((param) => ({
      path: pathOf('space', param),
      ofKey: true,
      what: `${param} is both fixed and searched in variant ${name}`,
      fix: 'remove it from params or from space (in a variant: set it to null there)',
    }));
  const findings = [
    ...twice,
    ...Object.entries(params).flatMap(([param, value]) =>
      located(paramProblem(param, value, about.task), 'params', pathOf),
    ),
    ...Object.entries(space).flatMap(([param, distribution]) => {
      const problems = probes(distribution).map((value) => paramProblem(param, value, about.task));
      return located(
        problems.find((problem) => problem !== undefined),
        'space',
        pathOf,
      );
    }),
    ...evalMetricFindings(params.eval_metric, pathOf),
    ...checkTask(variant, about, pathOf),
  ];
  // Each is right on its own; what is left is two names of the same parameter.
  return findings.length > 0 ? findings : aliasFindings({ params, space }, pathOf);
}

/** Values that show what a distribution can give: its ends and something between, or each choice. */
function probes(distribution: Distribution): readonly unknown[] {
  if ('choice' in distribution) {
    return distribution.choice;
  }
  return [0, 0.381966, 1 - 2 ** -53].map((u) => valueAt(distribution, u));
}

function aliasFindings(
  { params, space }: Pick<ResolvedVariant, 'params' | 'space'>,
  pathOf: PathOf,
): Finding[] {
  const constraints = { monotone_constraints: undefined, interaction_constraints: undefined };
  const searched = Object.entries(space).map(
    ([param, distribution]) => [param, probes(distribution)[0]] as const,
  );
  const problem = aliasProblem({ ...params, ...constraints, ...Object.fromEntries(searched) });
  const section = problem && Object.hasOwn(space, problem.param) ? 'space' : 'params';
  return located(
    problem && { ...problem, ofName: true, fix: 'keep one of the two' },
    section,
    pathOf,
  );
}

function located(
  problem: ParamProblem | undefined,
  section: 'params' | 'space',
  pathOf: PathOf,
): Finding[] {
  if (!problem) {
    return [];
  }
  const { param, ofName, what, fix } = problem;
  return [{ path: pathOf(section, param), ofKey: ofName, what, fix }];
}

function evalMetricFindings(metric: unknown, pathOf: PathOf): Finding[] {
  const names = metric === undefined ? [] : [metric].flat().map(String);
  return names
    .filter((name) => !isEvalMetric(name))
    .map((name) => ({
      path: pathOf('params', 'eval_metric'),
      what: `${name} is no evaluation metric of XGBoost`,
      fix: suggest(name, evalMetricNames),
    }));
}

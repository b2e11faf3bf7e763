import { firstFew } from '@xgflow/data';
import { snakeCase } from '../leakage/snake-case.ts';
import type { SweepDraft } from './sweep-draft.ts';
import { yamlComment, yamlScalar } from './yaml-scalar.ts';

type Draft = Omit<SweepDraft, 'text'>;

const shownClasses = 8;

/** The lines of the target and its task. */
export function targetText({ rows, summary, target, targetGuessed }: Draft): string[] {
  const line = (about: string): string =>
    `target: ${yamlScalar(target)} ${yamlComment(`${targetGuessed ? 'guessed; ' : ''}${about}`)}`;
  switch (summary.task) {
    case 'binary': {
      const [negative, positive] = summary.classes;
      const share = ((100 * summary.positives) / rows).toFixed(1);
      return [
        line(`${String(negative)} or ${String(positive)}`),
        `positive_class: ${yamlScalar(positive)} ${yamlComment(`${share} % of the rows`)}`,
      ];
    }
    case 'multiclass':
      return [
        line(`${summary.classes.length} classes: ${firstFew(summary.classes, shownClasses)}`),
        'task: multiclass # the default is binary; regression for a number',
      ];
    case 'regression': {
      const zeros =
        summary.zeros === 0 ? '' : `; 0 in ${summary.zeros} rows, which mape leaves out`;
      return [
        line(`from ${summary.min} to ${summary.max}${zeros}`),
        'task: regression # the default is binary; multiclass for several classes',
      ];
    }
  }
}

/** A column that sounds like an exposure, for a target that an exposure could multiply. */
export function exposureHint({ columns, summary }: Draft): string[] {
  if (summary.task !== 'regression' || summary.min < 0) return [];
  const found = columns.find(
    ({ name, use }) => use === 'numeric' && /(?:^|_)exposure(?:_|$)/u.test(snakeCase(name)),
  );
  if (!found) return [];
  return [
    yamlComment(
      'If the target grows in proportion to it: without the # it is no feature, but multiplies the prediction.',
    ),
    yamlComment('Only for variants with a log link: reg:gamma, count:poisson, reg:tweedie.'),
    yamlComment(`exposure: ${yamlScalar(found.name)}`),
    '',
  ];
}

import type { Task } from '../metrics/index.ts';
import type { Finding } from './finding.ts';
import { imbalanceSchemas } from './imbalance-sections.ts';
import type { ImbalanceSections } from './resolve-imbalance.ts';
import type { ConfigPath } from './yaml-source.ts';

/**
 * What a variant asks for that its task does not have: classes of a regression, one threshold of several classes.
 *
 * @param placeOf where a section that the variant has is written
 */
export function checkImbalance(
  variant: ImbalanceSections,
  task: Task,
  placeOf: (section: string) => ConfigPath,
): Finding[] {
  if (task === 'binary') return [];
  const sections = Object.keys(imbalanceSchemas).filter((name) => Object.hasOwn(variant, name));
  const refused =
    task === 'regression' ? sections : sections.filter((name) => forTwoClasses.includes(name));
  const findings = refused.map((section) => ({
    path: placeOf(section),
    ofKey: true,
    what: `${section} is for ${task === 'regression' ? 'classes' : 'two classes'}, and the task is ${task}`,
    fix: 'remove it',
  }));
  if (task === 'regression' || !variant.resample || variant.resample.ratio === 'auto') {
    return findings;
  }
  return [
    ...findings,
    {
      path: [...placeOf('resample'), 'ratio'],
      what: 'resample.ratio is for two classes, and the task is multiclass',
      fix: 'leave it out: all classes become equally large',
    },
  ];
}

const forTwoClasses: readonly string[] = ['calibration', 'threshold'];

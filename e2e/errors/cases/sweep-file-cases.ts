import type { ErrorCase } from '../error-case.ts';
import { sweepFile } from '../small-table.ts';

const dryRun = ['sweep', 'sweep.yaml', '--dry-run'];

/** The sweep file says this. */
function file(name: string, changes: Readonly<Record<string, string>>, says: RegExp): ErrorCase {
  return {
    name,
    exit: 2,
    says,
    stage: async (scene) => {
      await scene.sweep(changes);
      return { args: dryRun };
    },
  };
}

/** The sweep file is this text. */
function text(name: string, content: string, says: RegExp): ErrorCase {
  return {
    name,
    exit: 2,
    says,
    stage: async (scene) => {
      await scene.write('sweep.yaml', content);
      return { args: dryRun };
    },
  };
}

function line(name: string, args: readonly string[], says: RegExp): ErrorCase {
  return { name, exit: 2, says, stage: () => ({ args }) };
}

const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdefgh'.split('').map((key, at) => {
    const before = 'abcdefg'[at] ?? 'a';
    return `${key}: &${key} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`;
  }),
].join('\n');

/** What can be wrong with the sweep file and the command line. */
export const sweepFileCases: readonly ErrorCase[] = [
  text('bad YAML', 'name: [a\nsource: b\n', /.* · sweep\.yaml:\d+:\d+ · /u),
  text('a key twice', `${sweepFile()}name: again\n`, /.*name.* · sweep\.yaml:8:1 · /u),
  text('an alias bomb', bomb, /.*alias.* · sweep\.yaml:\d+:\d+ · /u),
  text('an empty sweep file', '', /^the file is empty · sweep\.yaml:1:1 · give keys with values$/u),
  file('an unknown key', { serach: '{trials: 3}' }, /serach.* · sweep\.yaml:8:1 · .*search/u),
  file(
    'a space without values',
    { space: '{max_depth: {choice: []}}' },
    /.* · sweep\.yaml:7:\d+ · /u,
  ),
  file(
    'nothing to search',
    { space: '{}' },
    /searches nothing: its space is empty · sweep\.yaml:7:8 · add a parameter to space$/u,
  ),
  file('reversed bounds', { space: '{n_estimators: {int: [9, 2]}}' }, /.* · sweep\.yaml:7:\d+ · /u),
  file(
    'an unknown parameter',
    { params: '{max_detph: 3}' },
    /max_detph.* · sweep\.yaml:6:\d+ · .*max_depth/u,
  ),
  file(
    'a metric in the sweep file that is not there',
    { search: '{trials: 1, scoring: roc_aux}' },
    /.* · sweep\.yaml:5:\d+ · .*roc_auc/u,
  ),
  file(
    'an unknown evaluation metric',
    { params: '{eval_metric: logless}' },
    /logless.* · sweep\.yaml:6:\d+ · .*logloss/u,
  ),
  file('too few folds', { search: '{trials: 1, folds: 1}' }, /.* · sweep\.yaml:5:\d+ · /u),
  file(
    'a parameter value XGBoost refuses',
    { params: '{max_depth: deep}' },
    /.* · sweep\.yaml:6:\d+ · /u,
  ),
  line(
    'no such sweep file',
    ['sweep', 'nowhere.yaml'],
    /^there is no such file · nowhere\.yaml · /u,
  ),
  line(
    'an unknown variant',
    [...dryRun, '--variants', 'defualt'],
    /^no variant defualt · --variants · .*default/u,
  ),
  line(
    'bad --trials',
    [...dryRun, '--trials', 'ten'],
    /^--trials "ten" is not a whole number · .* · /u,
  ),
  line(
    'an unknown command',
    ['sweeep'],
    /^unknown command "sweeep" · xgflow · did you mean xgflow sweep\?$/u,
  ),
  line(
    'an unknown option',
    ['init', 'data.csv', '--taget', 'x'],
    /^unknown option --taget · xgflow init · did you mean --target\?$/u,
  ),
  line(
    'init where a sweep file is',
    ['init', 'data.csv'],
    /^sweep\.yaml exists already · --out · .*--force/u,
  ),
];

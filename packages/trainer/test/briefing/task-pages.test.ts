import { beforeAll, describe, expect, test } from '@jest/globals';
import { briefingPage } from '../../src/briefing/page.ts';
import type { RegressionFindings } from '../../src/briefing/findings.ts';
import { metricKey } from '../../src/record/metric-key.ts';
import { reference } from '../report/insight/reference.ts';
import { plainText } from './plain-text.ts';
import { withoutTables } from './sample.ts';
import { multiclassBriefing, quantileBriefing, regressionBriefing } from './task-samples.ts';

const briefings = {
  regression: regressionBriefing,
  quantile: quantileBriefing,
  multiclass: multiclassBriefing,
};
const pages: Record<string, string> = {};

beforeAll(async () => {
  for (const [name, briefing] of Object.entries(briefings)) {
    pages[name] = await briefingPage(briefing);
  }
}, 60_000);

const textOf = (name: keyof typeof briefings): string => plainText(pages[name] ?? '');

describe.each(Object.keys(briefings))('the page of a %s', (name) => {
  test('is whole: every drawing has its own names and says what it shows, no number is missing', () => {
    const page = pages[name] ?? '';
    const names = [...page.matchAll(/\bid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(names).size).toBe(names.length);
    const drawings = [...page.matchAll(/<svg [^>]*>/g)].map(([tag]) => tag);
    expect(drawings.length).toBeGreaterThan(6);
    for (const tag of drawings) expect(tag).toMatch(/role="img" aria-label="[^"]{10,}"/);
    expect(page).not.toMatch(/\b(?:NaN|undefined|null|Infinity)\b/);
  });

  test('has a chapter for everything', () => {
    const chapters = [...(pages[name] ?? '').matchAll(/<h2>([^<]*)<\/h2>/g)].map(
      ([, title]) => title,
    );
    expect(chapters).toEqual([
      ...['In short', 'How good it is', 'What was tried', 'Where it fails', 'Sensitive columns'],
      ...['Why it decides so', 'The data and its checks', 'How to repeat it'],
      'What this report is not',
    ]);
  });
});

test('a regression: how far off, in all, how many rows have no percentage, the groups that are off', () => {
  const text = textOf('regression');
  expect(text).toContain(
    'All that predictions are off comes to 40.0 % of the amount that came (wape, 95 % interval 36.0 to 44.0 %); 21 cases with 0 have no percentage of their own.',
  );
  expect(text).toContain('All that came is 0.970 times all that was predicted (0.873 to 1.067)');
  expect(text).toContain('mape leaves out 21 test cases of 1,000 whose amount is 0');
  expect(text).toContain('1,500 on average, half of the cases not above 800, 0 in 5 % of them.');
  const placeB = reference.values.slices[11]!.ae_ratio!.map((value) => value.toFixed(2));
  expect(text).toContain(`${placeB[0]!} ${placeB[1]!} to ${placeB[2]!}`);
  expect(text).toMatch(/place B worse too high/);
});

test('targets below 0 have no total that predictions could be held against', async () => {
  const { best } = regressionBriefing;
  const findings = best.findings as RegressionFindings;
  const deciles = findings.deciles.map((decile) => ({ ...decile, ratio: NaN }));
  const told = { ...best, findings: { ...findings, deciles } };
  const text = plainText(await briefingPage({ ...regressionBriefing, best: told }));
  expect(text).not.toContain('times all that was predicted');
  expect(text).not.toContain('NaN');
}, 60_000);

test('a ranking by mape says where mape is blind, and by what to rank instead', async () => {
  expect(textOf('regression')).toContain(
    'mape does not see 21 test cases whose amount is 0: xgflow report --sort deviance ranks by all of them.',
  );
  const words = 'mape does not tell a good quantile from a bad one: xgflow report --sort pinball';
  expect(textOf('quantile')).toContain(words);
  const byPinball = { ...quantileBriefing, metric: metricKey('pinball') };
  expect(plainText(await briefingPage(byPinball))).not.toContain('mape does not');
}, 60_000);

test('a model of the absolute error is judged by the median: half of a group should not be above it', async () => {
  const { best } = quantileBriefing;
  const run = { ...best.run, params: { ...best.run.params, objective: 'reg:absoluteerror' } };
  const reasons = { ...best.reasons, run };
  const { slices } = best.findings as RegressionFindings;
  const findings = { ...(regressionBriefing.best.findings as RegressionFindings), slices };
  const told = { ...best, run, reasons, findings };
  const page = await briefingPage({ ...quantileBriefing, best: told });
  const text = plainText(page);
  expect(text).toContain('its total falls short');
  expect(text).toContain('more than 50 % are not above');
  expect(text).not.toContain('it was asked for');
}, 60_000);

test('a log link is told in factors, an exposure with its value', () => {
  const text = textOf('regression');
  expect(text).toContain('× 2 doubles it');
  expect(text).toContain('The model predicts amount = 1,235 at days 180, because');
  expect(text).toContain('visits is 2, where 1 is usual: the prediction × 2 (up)');
});

test('an ensemble that is worse than its best variant on the same cases does not earn its place', () => {
  const text = textOf('regression');
  expect(text).toContain(
    'blend (2 variants): no, it is worse. mape 1.00 points worse than gamma (95 % interval 1.00 to 1.95).',
  );
  expect(text).toContain('It is ahead of all the others by more than chance explains.');
});

test('a quantile is told by how many cases are not above it, its reasons in units of the target', () => {
  const text = textOf('quantile');
  const { scores, labels } = reference.values;
  const covered = labels.filter((label, row) => label <= scores[row]!).length;
  expect(text).toContain(
    `Of 100 cases, the amount of ${((covered / labels.length) * 100).toFixed(0)} is not above what it predicts`,
  );
  expect(text).toContain('it was asked for 80.');
  expect(text).toContain('costs 120 on average (pinball loss, 108 to 132)');
  expect(text).not.toContain('It explains');
  expect(text).toContain('a quantile of 80 % leaves 20 % of the cases there');
  expect(text).toContain('visits is 2, where 1 is usual: the prediction +0.6931 (up)');
  expect(text).not.toContain('actual / expected');
});

test('several classes: which are recognised, which are mixed up, and for which class a reason speaks', () => {
  const text = textOf('multiclass');
  const { cells } = reference.classes.rates;
  const right = cells.reduce((sum, row, code) => sum + row[code]!, 0);
  expect(text).toContain(
    `Of 100 cases, it names the right kind for ${((right / reference.classes.labels.length) * 100).toFixed(0)} (95 % interval`,
  );
  expect(pages.multiclass).toContain('&lt;b&gt;odd&lt;/b&gt;');
  expect(pages.multiclass).not.toContain('<b>odd</b>');
  const [, middle] = cells;
  const share = (middle![2]! / middle!.reduce((sum, rows) => sum + rows, 0)) * 100;
  expect(text).toContain(`are &lt;b&gt;odd&lt;/b&gt;, ${share.toFixed(0)} are taken for C.`);
  expect(text).toContain('The model gives it 70 % for kind = A, because');
  expect(text).toContain('Told of the most frequent classes; not of C.');
});

test.each(Object.entries(briefings))(
  'a %s that was run before its tables were recorded has a page too',
  async (_, briefing) => {
    const text = await briefingPage(withoutTables(briefing));
    expect(text).toContain('run it again to see them here');
    expect(text).not.toMatch(/\b(?:NaN|undefined|Infinity)\b/);
  },
);

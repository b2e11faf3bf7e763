import { beforeAll, expect, test } from '@jest/globals';
import { briefingPage } from '../../src/briefing/page.ts';
import { plainText } from './plain-text.ts';
import { sampleBriefing, withoutTables } from './sample.ts';

let page: string;

beforeAll(async () => {
  page = await briefingPage(sampleBriefing);
}, 30_000);

test('the page is whole in itself: nothing is fetched, nothing runs', () => {
  const text = page;
  expect(text).toMatch(/^<!doctype html>/);
  expect(text).not.toMatch(/<script|<link|<img|<iframe|@import|javascript:|\bon\w+="/i);
  const addresses = [...text.matchAll(/(?:href|src)="([^"]*)"|url\(([^)]*)\)/g)].map(
    ([, link, url]) => link ?? url ?? '',
  );
  expect(addresses.filter((address) => !address.startsWith('#'))).toEqual([]);
});

test('names of columns and levels that look like HTML stay text', () => {
  const text = page;
  expect(text).toContain('&lt;b&gt;odd&lt;/b&gt;');
  expect(text).not.toContain('<b>odd</b>');
});

test('two drawings share no name', () => {
  const names = [...page.matchAll(/\bid="([^"]*)"/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(8);
  expect(new Set(names).size).toBe(names.length);
});

test('every drawing says what it shows to those who do not see it', () => {
  const text = page;
  const drawings = [...text.matchAll(/<svg [^>]*>/g)].map(([tag]) => tag);
  expect(drawings.length).toBeGreaterThan(8);
  for (const tag of drawings) expect(tag).toMatch(/role="img" aria-label="[^"]{10,}"/);
});

test('every table has a name and a word above each column, and scrolls by the keyboard', () => {
  const tables = [...page.matchAll(/<div class="scroll"([^>]*)>\s*<table>/g)].map(([, tag]) => tag);
  expect(tables).toHaveLength(page.match(/<table>/g)?.length ?? 0);
  for (const tag of tables) expect(tag).toMatch(/role="group" aria-label="[^"]{5,}" tabindex="0"/);
  expect(page).not.toMatch(/<th [^>]*>\s*<\/th>/);
  expect(page).toMatch(/<pre tabindex="0">/);
});

test('a drawing is read aloud as one image, not part by part', () => {
  const drawings = [...page.matchAll(/<svg [^]*?<\/svg>/g)].map(([svg]) => svg);
  expect(drawings.filter((svg) => /<g [^>]*(?:role|aria-roledescription)=/.test(svg))).toEqual([]);
});

test('the first chapter says it in a hundred cases, with intervals, ties, groups and leaks', () => {
  const plain = plainText(page);
  expect(plain).toContain(
    'Of 100 cases that it flags, 80 really are status = yes (95 % interval 75 to 85 %).',
  );
  expect(plain).toContain('Of 100 cases that really are status = yes, it finds 67');
  expect(plain).toContain('It is not shown to be better than plain');
  expect(plain).toContain('It does clearly worse in 1 group of cases: region north.');
  expect(plain).toContain('1 column may know the answer beforehand: paid_at.');
  expect(plain).toContain('1 more group with fewer than 30 cases is too few to judge.');
  expect(plain).toContain('xgflow reproduce');
});

test('a sweep that was run before groups and reasons were recorded has a page too', async () => {
  const text = await briefingPage(withoutTables(sampleBriefing));
  expect(text).toContain('run it again to see them here');
  expect(text).not.toContain('NaN');
  expect(text).not.toContain('undefined');
});

test('no number of the page is NaN or undefined', () => {
  expect(page).not.toMatch(/\b(?:NaN|undefined|null|Infinity)\b/);
});

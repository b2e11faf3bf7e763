import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { header, rows, sweepFile } from '../errors/small-table.ts';
import { freshName } from '../support/workspace.ts';
import { startXgflow, xgflow, xgflowJson } from '../support/xgflow.ts';
import { Browser } from './support/browser.ts';
import { findChromium } from './support/find-chromium.ts';

const token = 'a-token-of-some-length';
let folder: string;
let name: string;
let browser: Browser;
const children: ChildProcess[] = [];

/** Starts `xgflow serve` on the registered model. @returns its address */
async function serve(...more: string[]): Promise<string> {
  const uri = `models:/${name}@champion`;
  const args = ['serve', '--model', uri, '--port', '0', '--json', '--workers', '1', ...more];
  const { child, ended } = startXgflow(args, { cwd: folder });
  children.push(child);
  const line = new Promise<string>((resolve) => child.stdout?.once('data', resolve));
  const first = await Promise.race([line, ended]);
  if (typeof first !== 'string') throw new Error(first.stderr);
  return (JSON.parse(first) as { url: string }).url;
}

const score = (page: Page): Promise<string> => page.locator('.score').innerText();

// CI has a browser, or the tests fail; elsewhere npm test says why there is none.
const suite = findChromium() !== undefined || process.env.CI === 'true' ? describe : describe.skip;

suite('the page of a served model', () => {
  beforeAll(async () => {
    browser = await Browser.start();
    folder = await mkdtemp(path.join(tmpdir(), 'xgflow-page-'));
    await writeFile(path.join(folder, 'data.csv'), [header, ...rows, ''].join('\n'));
    await writeFile(path.join(folder, 'sweep.yaml'), sweepFile());
    await writeFile(path.join(folder, 'token.txt'), `${token}\n`);
    name = freshName('page');
    await xgflow(['sweep', 'sweep.yaml', '--experiment', name], { cwd: folder });
    await xgflowJson(['register', '--best', 'f1', '--experiment', name, '--name', name], {
      cwd: folder,
    });
  }, 180_000);

  afterAll(async () => {
    for (const child of children) child.kill('SIGTERM');
    await browser[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  test('form, prediction, reasons and what-if, by keyboard', async () => {
    const url = await serve();
    await browser.visit(url, 'serving-page', async (page) => {
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.locator('.score').waitFor();
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(name);
      const link = page.getByRole('link', { name: 'version 1 in MLflow' });
      expect(await link.getAttribute('href')).toContain(`/models/${name}/versions/1`);
      const before = await score(page);

      const reasons = page.locator('.waterfall text.number');
      expect(await reasons.count()).toBeGreaterThan(2);
      await page.getByText('As a table').click();
      await page.getByRole('rowheader', { name: 'this record' }).waitFor();

      // Reached and changed by keyboard alone.
      const first = page.locator('#fields input').first();
      await page.getByRole('button', { name: 'Clear' }).focus();
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').getAttribute('id')).toBe(await first.getAttribute('id'));
      const label = await page.locator('#fields label').first().innerText();
      const old = await first.inputValue();
      await page.keyboard.press('Control+A');
      await page.keyboard.type('999');
      await page.locator('#what-if li').waitFor();
      expect(await page.locator('#what-if li').innerText()).toBe(`${label}: ${old} → 999`);
      await page.getByRole('button', { name: 'Back to the baseline' }).press('Enter');
      await page.locator('#what-if li').waitFor({ state: 'detached' });
      expect(await score(page)).toBe(before);
      expect(await page.locator(':focus').getAttribute('id')).toBe('prediction-heading');

      // A browser gives what is no number as empty: it must not be scored as missing.
      await first.focus();
      await page.keyboard.press('Control+A');
      await page.keyboard.type('1e');
      await page.getByRole('alert').getByText('Correct the marked fields.').waitFor();
      const note = `#${(await first.getAttribute('aria-describedby')) ?? ''}`;
      expect(await page.locator(note).innerText()).toMatch(/^not a number · /u);
      const colour = await page.evaluate(
        `getComputedStyle(document.querySelector('${note}')).color`,
      );
      expect(colour).toBe('rgb(179, 38, 30)');
      expect(await page.locator('.score').count()).toBe(0);
      await page.getByRole('button', { name: 'Example' }).press('Enter');
      await page.locator('.score').waitFor();
      expect(await score(page)).toBe(before);
      expect(await first.inputValue()).toBe(old);
      expect(complaints).toEqual([]);
    });
  }, 60_000);

  test('every control has its label, and at 375 pixels nothing runs out of the page', async () => {
    const url = await serve();
    await browser.visit(url, 'serving-page-phone', async (page) => {
      await page.setViewportSize({ width: 375, height: 800 });
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.locator('.score').waitFor();
      const wide = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(wide).toBe(0);
      // Names of classes come from the data, and may be long.
      const cut = await page.evaluate(`(() => {
        const [place, long] = [document.querySelector('#prediction'), 'x'.repeat(80)];
        place.innerHTML = '<p class="score">' + long + '</p><p class="meaning">' + long + '</p>' +
          '<table class="classes"><tr><th>' + long + '</th><td>12.3 %</td></tr></table>';
        const { scrollWidth, clientWidth } = document.querySelector('.result');
        return scrollWidth - clientWidth;
      })()`);
      expect(cut).toBe(0);
      // What comes first to the keyboard comes first to the eye.
      const tops = await page.evaluate(
        "['.record', '.result', '.file'].map((name) => document.querySelector(name).getBoundingClientRect().top)",
      );
      expect(tops).toEqual((tops as number[]).toSorted((a, b) => a - b));
      const unlabelled = await page.evaluate(
        "[...document.querySelectorAll('input, select, button')].filter((one) => !one.labels?.length && one.textContent.trim() === '').length",
      );
      expect(unlabelled).toBe(0);
      const background = await page.evaluate('getComputedStyle(document.body).backgroundColor');
      expect(background).toBe('rgb(20, 23, 28)');
    });
  }, 60_000);

  test('a token is asked for; a CSV file is scored, shown and downloaded; a bad one says where', async () => {
    const url = await serve('--token-file', 'token.txt');
    await browser.visit(url, 'serving-page-file', async (page) => {
      const field = page.getByRole('textbox', { name: 'Token' });
      await field.fill('another token');
      await page.keyboard.press('Enter');
      await page.getByText('The server did not take that token.').waitFor();
      await field.fill(token);
      await page.keyboard.press('Enter');
      await page.locator('.score').waitFor();
      await page.locator('#file').setInputFiles(path.join(folder, 'data.csv'));
      await page.getByRole('columnheader', { name: 'probability' }).waitFor();
      const shown = await page.locator('#scores tbody tr').count();
      expect(shown).toBe(Math.min(rows.length, 100));
      const started = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Download the scores' }).click();
      const text = await readFile(await (await started).path(), 'utf8');
      const lines = text.trim().split('\n');
      expect(lines).toHaveLength(rows.length + 1);
      expect(lines[0]).toBe(`row,probability,prediction,unseen_levels,${header}`);
      expect(lines[1]?.endsWith(rows[0] ?? '?')).toBe(true);

      await writeFile(path.join(folder, 'bad.csv'), `${header}\n${rows[0] ?? ''},too many\n`);
      await page.locator('#file').setInputFiles(path.join(folder, 'bad.csv'));
      await page.getByText(/cells where the header has/u).waitFor();
    });
  }, 60_000);

  test('the page may load nothing from elsewhere', async () => {
    const url = await serve();
    const { headers } = await fetch(url);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    await browser.visit(url, 'serving-page-policy', async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).origin));
      await page.reload();
      await page.locator('.score').waitFor();
      expect(new Set(asked.filter((origin) => origin !== 'null'))).toEqual(new Set([url]));
    });
  }, 60_000);
});

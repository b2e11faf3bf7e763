import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { freshName, withSmallClaims } from '../support/workspace.ts';
import { xgflow, xgflowJson } from '../support/xgflow.ts';
import { Browser, closeAssistant, patienceMs } from './support/browser.ts';
import { findChromium } from './support/find-chromium.ts';

const variants = ['original', 'stratify'];
const trials = 3;

interface Compared {
  readonly compare_url: string;
  readonly variants: readonly {
    readonly variant: string;
    readonly url: string;
    readonly test: { readonly f1: number };
  }[];
}

interface Registered {
  readonly url: string;
  readonly variant: string;
  readonly name: string;
}

let experimentLink: string;
let compared: Compared;
let registered: Registered;
let browser: Browser;

/** Links to MLflow's pages in a text that the command printed. */
const linksIn = (text: string): string[] => text.match(/http\S+/gu) ?? [];

const runLink = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('link', { name, exact: true });

/** Shows the children of a run in the table of runs. */
async function expand(page: Page, name: string | RegExp): Promise<void> {
  const cell = page.getByRole('gridcell').filter({ has: runLink(page, name) });
  await cell.getByRole('button').first().click();
}

// CI has a browser, or the tests fail; elsewhere npm test says why there is none.
const suite = findChromium() !== undefined || process.env.CI === 'true' ? describe : describe.skip;

suite("MLflow's UI, by the links that xgflow prints", () => {
  beforeAll(async () => {
    browser = await Browser.start();
    await withSmallClaims(async (cwd) => {
      const experiment = freshName('mlflow-ui');
      const chosen = ['--trials', String(trials), '--variants', variants.join(',')];
      const sweep = await xgflow(['sweep', 'sweep.yaml', ...chosen, '--experiment', experiment], {
        cwd,
      });
      experimentLink = linksIn(sweep.stdout)[0] ?? '';
      compared = await xgflowJson<Compared>(['compare', '--experiment', experiment], { cwd });
      registered = await xgflowJson<Registered>(
        ['register', '--best', 'f1', '--experiment', experiment, '--name', experiment],
        { cwd },
      );
    });
  }, 180_000);

  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
  });

  test(
    'the experiment shows its variants, best test F1 first, with the columns that matter',
    () =>
      browser.visit(experimentLink, 'experiment', async (page) => {
        await runLink(page, 'original').waitFor();
        await closeAssistant(page);
        for (const column of ['cv_roc_auc', 'test_f1', 'test_roc_auc', 'train_f1']) {
          await page.getByRole('columnheader', { name: column, exact: true }).last().waitFor();
        }
        const names = await page.locator('.ag-pinned-left-cols-container a').allInnerTexts();
        expect(names).toEqual(compared.variants.map(({ variant }) => variant));
        const best = compared.variants[0]?.test.f1.toString().slice(0, 6) ?? '';
        await page.getByRole('gridcell').filter({ hasText: best }).first().waitFor();
      }),
    2 * patienceMs,
  );

  test(
    'out of that view, variants lie under their sweep and trials under their variant',
    () =>
      browser.visit(experimentLink, 'nested', async (page) => {
        await page.getByRole('button', { name: 'Exit shared view' }).click();
        await runLink(page, /^sweep /u).waitFor();
        expect(await runLink(page, 'original').count()).toBe(0);
        await expand(page, /^sweep /u);
        await runLink(page, 'stratify').waitFor();
        await expand(page, 'original');
        for (let trial = 0; trial < trials; trial += 1) {
          await runLink(page, `original trial ${trial}`).waitFor();
        }
        expect(await runLink(page, 'stratify trial 0').count()).toBe(0);
      }),
    2 * patienceMs,
  );

  test.each(variants)(
    'the run of %s has metrics, params, its trials and its model',
    (variant) =>
      browser.visit(urlOf(variant), `run-${variant}`, async (page) => {
        await page.getByRole('heading', { name: variant, exact: true }).waitFor();
        for (const text of ['test_f1', 'learning_rate', 'Logged models (1)', 'claims.csv']) {
          await page.getByText(text).first().waitFor();
        }
        await page.getByText(`${variant} trial 0`).first().waitFor();
        await page.getByText('a variant of sweep').waitFor();
        await page.getByText('Show more', { exact: true }).first().click();
        // The UI drops the texts of pictures.
        const picture = page.locator('img[src*="roc-curve.svg"]');
        await picture.waitFor();
        // One that cannot be shown is as small as its name.
        expect((await picture.boundingBox())?.height).toBeGreaterThan(200);
      }),
    2 * patienceMs,
  );

  test(
    'trials.csv is previewed as a table',
    () =>
      browser.visit(urlOf('original'), 'artifact', async (page) => {
        await page.getByRole('tab', { name: 'Artifacts' }).click();
        await page.getByText('trials.csv').first().click();
        await page.getByText(`Previewing the first ${trials} rows`).waitFor();
        await page.getByText('mean_score').first().waitFor();
      }),
    2 * patienceMs,
  );

  test(
    'a picture is shown where it lies',
    () =>
      browser.visit(urlOf('original'), 'picture', async (page) => {
        await page.getByRole('tab', { name: 'Artifacts' }).click();
        await page.getByText('pictures', { exact: true }).click();
        await page.getByText('roc-curve.png', { exact: true }).click();
        // One that cannot be shown is as small as its name.
        const box = await page.getByAltText('pictures/roc-curve.png').boundingBox();
        expect(box?.width).toBeGreaterThan(400);
      }),
    2 * patienceMs,
  );

  test(
    'the compare page sets both variants side by side, params and metrics',
    () =>
      browser.visit(compared.compare_url, 'compare', async (page) => {
        await page.getByRole('heading', { name: 'Comparing 2 Runs from 1 Experiment' }).waitFor();
        for (const variant of variants)
          await page.getByText(variant, { exact: true }).first().waitFor();
        const shown = await page.getByRole('main').innerText();
        for (const text of ['learning_rate', 'split.stratify', 'cv_f1', 'cv_log_loss']) {
          expect(shown).toContain(text);
        }
      }),
    2 * patienceMs,
  );

  test(
    'the version of the model has its alias and leads back to its run',
    () =>
      browser.visit(registered.url, 'model-version', async (page) => {
        await page.getByRole('heading', { name: 'Version 1' }).waitFor();
        await page.getByText('champion').first().waitFor();
        await runLink(page, registered.variant).waitFor();
        await page.getByText(`${registered.variant} of sweep`).waitFor();
      }),
    2 * patienceMs,
  );
});

function urlOf(variant: string): string {
  return compared.variants.find((row) => row.variant === variant)?.url ?? '';
}

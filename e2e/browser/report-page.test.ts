import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { briefingPage } from '../../packages/trainer/src/briefing/page.ts';
import { multiclassBriefing } from '../../packages/trainer/test/briefing/task-samples.ts';
import { Browser } from './support/browser.ts';
import { findChromium } from './support/find-chromium.ts';

// CI has a browser, or the test fails; elsewhere npm test says why there is none.
const withBrowser = findChromium() !== undefined || process.env.CI === 'true' ? test : test.skip;

withBrowser(
  'a report with a name of 70 letters and no space runs out of no page, wide or narrow, and scrolls no table of a wide one',
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'xgflow-report-page-'));
    try {
      const page = await briefingPage(multiclassBriefing);
      const file = path.join(folder, 'report.html');
      await writeFile(file, page.replaceAll(/\bB\b(?![^<]*<\/style>)/gu, 'x'.repeat(70)));
      await using browser = await Browser.start();
      await browser.visit(pathToFileURL(file).href, 'report-page', async (tab) => {
        for (const width of [1200, 375]) {
          await tab.setViewportSize({ width, height: 900 });
          const wider = await tab.evaluate(
            "[document.documentElement, ...document.querySelectorAll('.scroll')].filter((one) => one.scrollWidth > one.clientWidth).length",
          );
          expect({ width, wider }).toEqual({ width, wider: 0 });
        }
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  60_000,
);

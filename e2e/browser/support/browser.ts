import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';
import { repository } from '../../support/xgflow.ts';
import { findChromium } from './find-chromium.ts';

/** For root, and for a network that is closed: nothing but the pages themselves is asked for. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How long a page of MLflow may take to show what it holds; the first one loads 10 MB of script. */
export const patienceMs = 60_000;

/** One Chromium with an empty profile: nobody has been here before. */
export class Browser implements AsyncDisposable {
  readonly #context: BrowserContext;
  readonly #profile: string;

  private constructor(context: BrowserContext, profile: string) {
    this.#context = context;
    this.#profile = profile;
  }

  /** @throws Error without a Chromium on PATH */
  static async start(): Promise<Browser> {
    const executablePath = findChromium();
    if (executablePath === undefined) {
      throw new Error(
        'no Chromium on PATH · browser tests · install one: apt-get install chromium',
      );
    }
    const profile = await mkdtemp(path.join(tmpdir(), 'xgflow-chromium-'));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless: true,
      args: flags,
      viewport: { width: 1400, height: 900 },
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(patienceMs);
    return new Browser(context, profile);
  }

  /** Opens a link in a tab of its own, does the work, and leaves a screenshot whether that went well or not. */
  async visit<T>(link: string, name: string, work: (page: Page) => Promise<T>): Promise<T> {
    const page = await this.#context.newPage();
    try {
      await page.goto(link);
      return await work(page);
    } finally {
      await page.screenshot({ path: path.join(repository, '.cache/screenshots', `${name}.png`) });
      await page.close();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#context.close();
    await rm(this.#profile, { recursive: true, force: true });
  }
}

/** MLflow's assistant lies open beside everything that a first visitor sees. */
export async function closeAssistant(page: Page): Promise<void> {
  const close = page.getByRole('button', { name: 'Close', exact: true });
  await close.click();
  await close.waitFor({ state: 'hidden' });
}

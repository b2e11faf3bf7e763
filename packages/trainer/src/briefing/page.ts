import type { Briefing } from './briefing.ts';
import { Html, html } from './page/html.ts';
import { style } from './page/style.ts';
import { dataAndChecks } from './sections/data.ts';
import { inShort } from './sections/in-short.ts';
import { limits } from './sections/limits.ts';
import { quality } from './sections/quality.ts';
import { reasons } from './sections/reasons.ts';
import { repeat } from './sections/repeat.ts';
import { sensitiveGroups } from './sections/sensitive.ts';
import { tried } from './sections/tried.ts';
import { weakSpots } from './sections/weak-spots.ts';
import { storyOf } from './tasks/story-of.ts';

/**
 * The report of a sweep for the business: one HTML file, whole in itself: no script, no font, no picture
 * from elsewhere. It reads on a phone, prints on A4, and needs no colour.
 */
export async function briefingPage(briefing: Briefing): Promise<string> {
  const { config, experiment, sweepId, startTime } = briefing;
  const story = storyOf(briefing);
  const title = `Predicting ${config.target}: what was tried, and what it is worth`;
  const date = new Date(startTime).toISOString().slice(0, 10);
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <style>
          ${new Html(style)}
        </style>
      </head>
      <body>
        <header>
          <h1>${title}</h1>
          <p class="meta">${experiment} · sweep ${sweepId} · ${date}</p>
        </header>
        <main>
          ${inShort(briefing, story)} ${await quality(briefing, story)}
          ${await tried(briefing, story)} ${await weakSpots(story.groups)}
          ${sensitiveGroups(briefing, story.groups)} ${await reasons(briefing, story.reasons)}
          ${dataAndChecks(briefing, story)} ${repeat(briefing)} ${limits(briefing)}
        </main>
      </body>
    </html> `;
  return page.text;
}

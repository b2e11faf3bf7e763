import { drawSvg } from '../../report/index.ts';
import type { PictureSpec } from '../../report/index.ts';
import { Html, html } from './html.ts';

/** A picture that a page needs. */
export interface Figure {
  /** Unique on the page; letters and dashes. */
  readonly id: string;
  readonly spec: PictureSpec;
  /** What it shows, for those who do not see it. */
  readonly alt: string;
  readonly caption: string;
}

/**
 * Draws a picture into the page itself. The names inside the drawing get the figure's before them: on one
 * page two drawings must not share any.
 */
export async function renderFigure({ id, spec, alt, caption }: Figure): Promise<Html> {
  const drawn = await drawSvg(spec);
  const own = drawn
    // The drawing is one image with one text: what it is made of is not to be read aloud part by part.
    .replaceAll(/<g [^>]*>/gu, (group) =>
      group.replaceAll(/ (?:role|aria-roledescription)="[^"]*"/gu, ''),
    )
    .replaceAll(/\b(id="|url\(#|href="#)/gu, `$1${id}-`)
    .replace('<svg ', `<svg role="img" aria-label="${html`${alt}`.text}" `);
  return html`<figure id="${id}">
    ${new Html(own)}
    <figcaption>${caption}</figcaption>
  </figure>`;
}

import { createRequire } from 'node:module';
import type { TopLevelSpec } from 'vega-lite';
import type { PictureSpec } from './picture.ts';
import { plainWords } from './plain-words.ts';
import { pictureFont, theme } from './theme.ts';

/** A picture as files. */
export interface DrawnPicture {
  readonly svg: string;
  /** Two pixels for each unit of the SVG. */
  readonly png: Uint8Array;
}

export interface DrawOptions {
  /** Told what the libraries find odd, such as a scale without values. Default: nobody. */
  readonly onWarning?: (warning: string) => void;
}

const zoom = 2;

/** What the font that is shipped has no letters for, or not all: Chinese, Thai, Hindi …, and emoji. */
const otherScripts =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]|\p{Emoji_Presentation}/u;

let drawing: ReturnType<typeof loadDrawing> | undefined;
let rasterising: ReturnType<typeof loadRasterising> | undefined;

/** Loads the libraries once, one after the other. */
async function loadDrawing() {
  const vega = await import('vega');
  const { compile } = await import('vega-lite');
  return { vega, compile };
}

function loadRasterising() {
  return import('@resvg/resvg-js');
}

const { resolve } = createRequire(import.meta.url);

/**
 * Draws one vega-lite view as SVG and PNG. Text is set in the font that is shipped, whatever the
 * machine has, so that pictures are the same everywhere; only for letters that it lacks, and only where a picture
 * has such, the PNG takes a font of the machine. The libraries (11 MB) load at the first call;
 * rasterising runs on another thread.
 *
 * @throws Error for a view that the libraries cannot compile
 */
export async function draw(
  spec: PictureSpec,
  { onWarning = () => undefined }: DrawOptions = {},
): Promise<DrawnPicture> {
  const svg = await drawSvg(spec, { onWarning });
  const { renderAsync } = await (rasterising ??= loadRasterising());
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: {
      loadSystemFonts: otherScripts.test(svg),
      fontFiles: [
        resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
        resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
      ],
      defaultFontFamily: pictureFont,
    },
  });
  return { svg, png: image.asPng() };
}

/** As {@link draw}, without the PNG. */
export async function drawSvg(
  spec: PictureSpec,
  { onWarning = () => undefined }: DrawOptions = {},
): Promise<string> {
  const { vega, compile } = await (drawing ??= loadDrawing());
  const logger = vega.logger(vega.Warn, undefined, (_method, _level, input) => {
    onWarning(input.map(String).join(' '));
  });
  const compiled = compile({ ...theme, ...plainWords(spec) } as unknown as TopLevelSpec, {
    logger,
  });
  const view = new vega.View(vega.parse(compiled.spec), { renderer: 'none', logger });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

import { setImmediate } from 'node:timers/promises';
import { csvText } from './csv-text.ts';
import { PictureError } from './picture-error.ts';
import type { Picture } from './picture.ts';

/** A file of a report. */
export interface ReportFile {
  /** Relative, with `/`: `pictures/roc-curve.png`. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

export interface RenderedReport {
  readonly files: readonly ReportFile[];
  /** The pictures that are missing, and why. Their tables are among the files where they could be computed. */
  readonly errors: readonly PictureError[];
}

/**
 * Makes `tables/<name>.csv`, `pictures/<name>.svg` and `pictures/<name>.png` of each picture. One that
 * fails does not keep the others from being made. The event loop gets a turn after each.
 */
export async function renderPictures(pictures: readonly Picture[]): Promise<RenderedReport> {
  const { draw } = await import('./draw.ts');
  const files: ReportFile[] = [];
  const errors: PictureError[] = [];
  for (const { name, build } of pictures) {
    try {
      const { rows, spec } = build();
      files.push({ path: `tables/${name}.csv`, content: csvText(rows) });
      await setImmediate();
      const { svg, png } = await draw(spec);
      files.push(
        { path: `pictures/${name}.svg`, content: svg },
        { path: `pictures/${name}.png`, content: png },
      );
    } catch (error) {
      errors.push(new PictureError(name, error));
    }
    await setImmediate();
  }
  return { files, errors };
}

import { readdir, readFile } from 'node:fs/promises';

// Both folders are found from src/ and from dist/ alike.
const ASSETS = new URL('../../page/', import.meta.url);
const SCRIPTS = new URL('../../dist/page/browser/', import.meta.url);

/** A file of the page as it is sent. */
export interface PageFile {
  readonly path: string;
  readonly type: string;
  readonly body: Buffer;
}

/** The page's files, by their paths on the server; they are small and stay in memory. */
export async function pageFiles(): Promise<readonly PageFile[]> {
  const scripts = (await readdir(SCRIPTS)).filter((name) => name.endsWith('.js'));
  return Promise.all([
    file('/', 'text/html; charset=utf-8', new URL('index.html', ASSETS)),
    file('/page/page.css', 'text/css; charset=utf-8', new URL('page.css', ASSETS)),
    ...scripts.map((name) =>
      file(`/page/${name}`, 'text/javascript; charset=utf-8', new URL(name, SCRIPTS)),
    ),
  ]);
}

async function file(path: string, type: string, place: URL): Promise<PageFile> {
  return { path, type, body: await readFile(place) };
}

import { execFile } from 'node:child_process';
import { chmod, cp, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { header, rows, sweepFile } from './small-table.ts';
import { trainedModel } from './trained-model.ts';

const run = promisify(execFile);
/** A directory of its own with data.csv and sweep.yaml in it, and the means to spoil them. */
export class Scene {
  readonly directory: string;
  readonly #undo: (() => Promise<unknown>)[] = [];

  private constructor(directory: string) {
    this.directory = directory;
  }

  static async open(): Promise<Scene> {
    const scene = new Scene(await realpath(await mkdtemp(path.join(tmpdir(), 'xgflow-errors-'))));
    await chmod(scene.directory, 0o755);
    await scene.table(rows);
    await scene.write('sweep.yaml', sweepFile());
    return scene;
  }

  path(name: string): string {
    return path.join(this.directory, name);
  }

  async write(name: string, content: string | Uint8Array): Promise<void> {
    await writeFile(this.path(name), content);
  }

  /** Replaces data.csv. */
  async table(lines: readonly string[], head: string = header): Promise<void> {
    await this.write('data.csv', [head, ...lines, ''].join('\n'));
  }

  async sweep(changes: Readonly<Record<string, string>>): Promise<void> {
    await this.write('sweep.yaml', sweepFile(changes));
  }

  /** A copy of a model trained on the table, as the directory `model`. */
  async model(): Promise<void> {
    await cp(await trainedModel(), this.path('model'), { recursive: true });
  }

  /** Mounts a tmpfs as the directory `disk`; needs root. */
  async mount(options: string): Promise<void> {
    await run('mkdir', [this.path('disk')]);
    await run('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', this.path('disk')]);
    this.after(() => run('umount', [this.path('disk')]));
  }

  /** Runs when the scene is closed. */
  after(undo: () => Promise<unknown>): void {
    this.#undo.unshift(undo);
  }

  /** Every file below the directory, sorted. */
  async files(): Promise<string[]> {
    const found = await readdir(this.directory, { recursive: true, withFileTypes: true });
    return found
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(this.directory, path.join(entry.parentPath, entry.name)))
      .toSorted();
  }

  async close(): Promise<void> {
    for (const undo of this.#undo) await undo();
    await rm(this.directory, { recursive: true, force: true });
  }
}

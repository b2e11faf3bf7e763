import { ModelError } from './model-error.ts';

/** A model directory that cannot be written, or that is not one. */
export class ModelDirectoryError extends ModelError {
  override readonly name = 'ModelDirectoryError';
  readonly path: string;

  constructor(what: string, path: string, whatToDo: string, options?: { cause: unknown }) {
    super(`${what} · ${path} · ${whatToDo}`, options);
    this.path = path;
  }
}

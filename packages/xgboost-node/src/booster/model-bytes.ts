import { Handle, call, copyBytes, countIn, keepAlive, outCell, pointerIn } from '../capi/index.ts';
import { InvalidArgumentError } from '../errors/invalid-argument-error.ts';
import { ModelFormatError } from '../errors/model-format-error.ts';
import { XGBoostError } from '../errors/xgboost-error.ts';
import { checkUbjson } from './ubjson.ts';

/** XGBoost's two model formats: UBJSON (binary) and JSON. */
export type ModelFormat = 'ubj' | 'json';

/** An empty native booster that will train on `matrices`, or will be loaded when there are none. */
export function createBooster(matrices: readonly Handle[] = []): Handle {
  const cell = outCell();
  const pointers = BigUint64Array.from(matrices, ({ pointer }) => pointer);
  call('XGBoosterCreate', matrices.length === 0 ? null : pointers, matrices.length, cell);
  return new Handle('Booster', pointerIn(cell));
}

/** The model as bytes, equal to the file that Python's save_model writes. */
export function modelToBytes(booster: Handle, format: ModelFormat): Uint8Array<ArrayBuffer> {
  const [length, bytes] = [outCell(), outCell()];
  call('XGBoosterSaveModelToBuffer', booster.pointer, JSON.stringify({ format }), length, bytes);
  return copyBytes(pointerIn(bytes), countIn(length));
}

/** XGBoost writes NaN and Infinity as such into JSON, which is not JSON. */
const bareNumbers = /(?<=[[,:]\s*)(?:NaN|-?Infinity)(?=\s*[\],}])/g;

/** The library crashes on UBJSON that is cut short, and takes JSON that is cut short for a model. */
function checkWhole(bytes: Uint8Array): void {
  // UBJSON goes on with the type of a key's length, JSON with a quote or white space.
  if (bytes[1] !== 0x22 && !/\s/.test(String.fromCharCode(bytes[1] ?? 0))) {
    checkUbjson(bytes);
    return;
  }
  const text = new TextDecoder().decode(bytes);
  JSON.parse(text.replace(bareNumbers, 'null'));
}

/** The old binary format starts with the text `binf` or with raw floats; both newer ones start with a brace. */
function checkFormat(bytes: Uint8Array, path: string | undefined): void {
  const where = path ?? 'the buffer';
  if (bytes.length === 0) {
    throw new ModelFormatError(`${where} is empty; save the model again`, path);
  }
  if (bytes[0] !== 0x7b) {
    throw new ModelFormatError(
      `${where} is not a JSON or UBJSON model; an old binary model can be converted in Python with xgboost < 3.1: Booster(model_file=…).save_model('model.ubj')`,
      path,
    );
  }
  try {
    checkWhole(bytes);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ModelFormatError(
      `${where} is damaged or cut short: ${reason}; copy or save it again`,
      path,
      { cause },
    );
  }
}

/** Loads a model into a new native booster. @throws ModelFormatError for bytes that are no model. */
export function boosterFromBytes(bytes: Uint8Array, path?: string): Handle {
  if (!(bytes instanceof Uint8Array)) {
    throw new InvalidArgumentError('a model must be given as a Uint8Array or Buffer', 'bytes');
  }
  checkFormat(bytes, path);
  const booster = createBooster();
  try {
    keepAlive([bytes], () => {
      call('XGBoosterLoadModelFromBuffer', booster.pointer, bytes, bytes.length);
    });
    return booster;
  } catch (error) {
    booster.dispose();
    if (!(error instanceof XGBoostError)) throw error;
    throw new ModelFormatError(
      `${path ?? 'the buffer'} cannot be read as a model: ${error.message}; save it again`,
      path,
      { cause: error },
    );
  }
}

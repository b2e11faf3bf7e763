import { call, copyBytes, copyString, outCell, pointerIn } from '../capi/index.ts';
import type { ArrayInterface, Pointer } from '../capi/index.ts';
import { ModelFormatError } from '../errors/model-format-error.ts';
import type { CategoryLevels } from '../feature-type.ts';

interface StringLevels {
  offsets: ArrayInterface;
  values: ArrayInterface;
}

type ExportedLevels = null | ArrayInterface | StringLevels;

function bytesOf(exported: ArrayInterface, size: number): ArrayBuffer {
  return copyBytes(BigInt(exported.data[0]), (exported.shape[0] ?? 0) * size).buffer;
}

function readStrings({ offsets, values }: StringLevels): string[] {
  const ends = new Int32Array(bytesOf(offsets, 4));
  const bytes = new Uint8Array(bytesOf(values, 1));
  const decoder = new TextDecoder();
  return Array.from(ends.subarray(1), (end, index) =>
    decoder.decode(bytes.subarray(ends[index] ?? 0, end)),
  );
}

const integerReaders: Record<string, (exported: ArrayInterface) => ArrayLike<number | bigint>> = {
  i1: (exported) => new Int8Array(bytesOf(exported, 1)),
  u1: (exported) => new Uint8Array(bytesOf(exported, 1)),
  i2: (exported) => new Int16Array(bytesOf(exported, 2)),
  u2: (exported) => new Uint16Array(bytesOf(exported, 2)),
  i4: (exported) => new Int32Array(bytesOf(exported, 4)),
  u4: (exported) => new Uint32Array(bytesOf(exported, 4)),
  i8: (exported) => new BigInt64Array(bytesOf(exported, 8)),
  u8: (exported) => new BigUint64Array(bytesOf(exported, 8)),
};

function readIntegers(exported: ArrayInterface): number[] {
  const read = integerReaders[exported.typestr.slice(1)];
  if (read === undefined) {
    throw new ModelFormatError(
      `the model has category levels of type ${exported.typestr}, which cannot be matched exactly; train it with string or integer levels`,
    );
  }
  return Array.from(read(exported), Number);
}

/** The levels that a model stores, one entry per feature; empty when it stores none. */
export function readCategories(booster: Pointer): (CategoryLevels | undefined)[] {
  const [container, json] = [outCell(), outCell()];
  call('XGBoosterGetCategoriesExportToArrow', booster, null, container, json);
  if (pointerIn(container) === 0n) return [];
  try {
    if (pointerIn(json) === 0n) return [];
    const exported = JSON.parse(copyString(pointerIn(json))) as ExportedLevels[];
    return exported.map((levels) => {
      if (levels === null) return undefined;
      return 'offsets' in levels ? readStrings(levels) : readIntegers(levels);
    });
  } finally {
    call('XGBCategoriesFree', pointerIn(container));
  }
}

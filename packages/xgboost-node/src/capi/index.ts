export { describe, describeWithMask, jsonWithMissing } from './array-interface.ts';
export type { ArrayInterface, Described, NumericArray } from './array-interface.ts';
export { withBatches } from './batch-iterator.ts';
export { call } from './check.ts';
export type { Pointer } from './functions.ts';
export { withGlobalConfig } from './global-config.ts';
export { freeNativeObjects, Handle, handleOf, nativeObjects, own } from './handles.ts';
export type { NativeObject } from './handles.ts';
export { libc, trimMemory } from './libc.ts';
export { libraryInfo } from './library-info.ts';
export type { LibraryInfo } from './library-info.ts';
export { link } from './link.ts';
export { chosenLibraryPath, setLibraryPath } from './load.ts';
export { onLog } from './log-callback.ts';
export type { LogLine, LogListener } from './log-callback.ts';
export { keepAlive, toCStrings } from './memory.ts';
export {
  copyBytes,
  copyCounts,
  copyFloats,
  copyString,
  copyStrings,
  countIn,
  featureInfo,
  outCell,
  pointerIn,
} from './out.ts';

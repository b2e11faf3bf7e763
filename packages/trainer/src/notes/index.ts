export { experimentNote } from './experiment-note.ts';
export { modelNote, versionNote } from './model-note.ts';
export { sweepNote } from './sweep-note.ts';
export { variantNote } from './variant-note.ts';

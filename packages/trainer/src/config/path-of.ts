import type { ConfigPath } from './yaml-source.ts';

/** Where a key of the variant's section is written; without a key, where the section is. */
export type PathOf = (
  section: 'split' | 'search' | 'params' | 'space',
  parameter?: string,
) => ConfigPath;

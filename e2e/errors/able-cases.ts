import { cases } from './cases.ts';

const isRoot = process.getuid?.() === 0;

/** The cases that this user can stage. */
export const ableCases = cases.filter(({ needsRoot }) => needsRoot !== true || isRoot);

/** Those that need root, where nobody is. */
export const unableCases = cases.filter((item) => !ableCases.includes(item));

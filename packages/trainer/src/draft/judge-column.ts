import { snakeCase } from '../leakage/snake-case.ts';
import type { ColumnProfile } from './column-profile.ts';

/** What a first sweep file makes of a column, and why. */
export interface Verdict {
  readonly use: 'drop' | 'categorical' | 'numeric';
  /** For the comment beside it; empty where nothing needs saying. */
  readonly reason: string;
}

const mostMissing = 0.6;
const fewLevels = 10;
const mostLevels = 500;
const nearUnique = 0.9;
/** Below so many cells, all different means little. */
const enoughCells = 30;
const idName = /(?:^|_)(?:id|ids|uuid|guid|key|number|num|no|nr|index|rownames?)$|^unnamed/u;
const date = /^\d{4}-\d{1,2}-\d{1,2}|^\d{1,2}[./]\d{1,2}[./]\d{2,4}/u;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Decides by its values and its name what becomes of a feature; pure. */
export function judgeColumn(profile: ColumnProfile): Verdict {
  const { kind, rows, present, distinct, examples } = profile;
  if (present === 0) return drop('all cells are missing');
  if (distinct === 1 && present === rows) return drop(`always ${String(examples[0])}`);
  const missing = 1 - present / rows;
  if (missing > mostMissing) return drop(`${percent(missing)} of its cells are missing`);
  const unique = distinct / present;
  const named = idName.test(snakeCase(profile.name));
  if (kind === 'text') return judgeText(profile, unique, named);
  if (kind === 'integer' && present >= enoughCells) {
    if (distinct === present) return drop('an id: no value twice');
    if (named && unique > nearUnique) {
      return drop(`an id by its name, and ${percent(unique)} of its values are different`);
    }
  }
  if (kind === 'integer' && distinct <= fewLevels) {
    return { use: 'categorical', reason: `${distinct} integers: ${levels(profile)}` };
  }
  return { use: 'numeric', reason: '' };
}

function judgeText(profile: ColumnProfile, unique: number, named: boolean): Verdict {
  const { present, distinct, examples, writtenNumber } = profile;
  if (writtenNumber !== undefined && distinct > fewLevels) {
    return drop(
      `numbers written like ${writtenNumber}: as plain ones, such as 1234.5, they can be used`,
    );
  }
  if (distinct > fewLevels && examples.every((example) => date.test(String(example)))) {
    return drop('dates are no categories: make numbers of them first, such as days since');
  }
  if (present >= enoughCells && (unique > nearUnique || (named && unique > 0.5))) {
    return drop(`${named ? 'an id' : 'text'}: ${percent(unique)} of its values are different`);
  }
  if (distinct > mostLevels) return drop(`text with ${distinct} levels`);
  return { use: 'categorical', reason: `${distinct} levels: ${levels(profile)}` };
}

function levels({ distinct, examples }: ColumnProfile): string {
  return `${examples.join(', ')}${distinct > examples.length ? ', …' : ''}`;
}

function drop(reason: string): Verdict {
  return { use: 'drop', reason };
}

import type { Finding } from './finding.ts';
import type { SweepFile } from './sweep-file.ts';

/** Contradictions between the lists of columns; whether the columns exist, the table tells later. */
export function checkColumns(file: SweepFile): Finding[] {
  const lists = { drop: file.drop, categorical: file.categorical, sensitive: file.sensitive };
  const ofLists = Object.entries(lists).flatMap(([list, columns]) =>
    columns.flatMap((column, place) => {
      const contradiction = contradictionOf(file, list, column, columns.indexOf(column) !== place);
      return contradiction ? [{ path: [list, place], ...contradiction }] : [];
    }),
  );
  return [...ofLists, ...exposureFindings(file), ...positiveFindings(file)];
}

function exposureFindings({ exposure, target, task }: SweepFile): Finding[] {
  const path = ['exposure'];
  if (exposure === undefined) return [];
  if (task !== 'regression') {
    const what = `exposure has no meaning for task: ${task}`;
    return [{ path, ofKey: true, what, fix: 'remove it, or say task: regression' }];
  }
  if (exposure !== target) return [];
  return [{ path, what: `the target ${target} is also the exposure`, fix: 'name another column' }];
}

function positiveFindings({ positive_class: positive, task }: SweepFile): Finding[] {
  if (positive === undefined || task === 'binary') return [];
  const what = `task: ${task} has no positive class`;
  return [{ path: ['positive_class'], ofKey: true, what, fix: 'remove it' }];
}

function contradictionOf(
  file: SweepFile,
  list: string,
  column: string,
  repeated: boolean,
): { what: string; fix: string } | undefined {
  if (repeated) {
    return { what: `${list} lists ${column} twice`, fix: 'list it once' };
  }
  if (column === file.target) {
    return {
      what: `${list} lists the target ${column}`,
      fix: 'the target is no feature: remove it here',
    };
  }
  if (column === file.exposure) {
    return {
      what: `${list} lists the exposure ${column}`,
      fix: 'the exposure is no feature: remove it here',
    };
  }
  if (list === 'categorical' && file.drop.includes(column)) {
    return {
      what: `${column} is in drop and in categorical`,
      fix: 'remove it from one of the two',
    };
  }
  return undefined;
}

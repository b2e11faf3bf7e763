import type { GateRows } from '../gate/gate-report.ts';
import type { SplitParts } from './split-parts.ts';

/** What a run says of its data, where it is a variant of a sweep. */
export interface RunData {
  /** First 16 hex digits of the data file's SHA-256. */
  readonly digest: string;
  readonly split: SplitParts;
  /** Metric the run was chosen by, such as `test_f1`; undefined where nobody chose it. */
  readonly selectedOn: string | undefined;
}

export interface ChosenRows extends Pick<GateRows, 'choice' | 'notes'> {
  /** Whether a row of the file (0-based) is compared on. */
  readonly has: (row: number) => boolean;
}

export interface ChooseRowsOptions {
  /** Digest of the file that the rows come from. */
  readonly digest: string;
  readonly candidate: RunData | undefined;
  readonly champion: RunData | undefined;
  /** The policy's `rows.min_unseen`. */
  readonly minUnseen: number;
}

/**
 * Which rows of a file to compare on: of the candidate's own data its test part, and of that the rows that the champion
 * has not trained on either, where there are enough; of any other file every row.
 */
export function chooseRows(options: ChooseRowsOptions): ChosenRows {
  const { candidate, champion, digest, minUnseen } = options;
  if (candidate?.digest === digest) {
    return fromTestPart(candidate, champion, digest, minUnseen);
  }
  if (champion?.digest === digest) {
    const note =
      "the file is the champion's training data: only its test part is compared on; whether the candidate has seen these rows is not known";
    return { choice: 'holdout', has: (row) => champion.split.test.has(row), notes: [note] };
  }
  const note =
    'a file of its own: whether either model has seen these rows elsewhere is not known here';
  return { choice: 'holdout', has: () => true, notes: [note] };
}

function fromTestPart(
  candidate: RunData,
  champion: RunData | undefined,
  digest: string,
  minUnseen: number,
): ChosenRows {
  const { test } = candidate.split;
  const selected = chosenHere('candidate', candidate);
  const inTest = (row: number): boolean => test.has(row);
  if (!champion) return { choice: 'candidate_test', has: inTest, notes: selected };
  if (champion.digest !== digest) {
    const note =
      'the champion was trained on other data: whether it has seen these rows there is not known; if it has, it looks too good here';
    return { choice: 'candidate_test', has: inTest, notes: [note, ...selected] };
  }
  const seen = [...test].filter((row) => champion.split.train.has(row)).length;
  const unseen = test.size - seen;
  const both = [...selected, ...chosenHere('champion', champion)];
  if (seen === 0) return { choice: 'unseen_by_both', has: inTest, notes: both };
  if (unseen >= minUnseen) {
    return {
      choice: 'unseen_by_both',
      has: (row) => test.has(row) && !champion.split.train.has(row),
      notes: [
        `the champion was trained on ${seen} of the candidate's ${test.size} test rows: they are left out`,
        ...both,
      ],
    };
  }
  const note = `the champion was trained on ${seen} of these ${test.size} rows and looks too good on them; only ${unseen} rows are new to both`;
  return { choice: 'candidate_test', has: inTest, notes: [note, ...selected] };
}

/** What is too good of a run that was the best of several on these rows. */
function chosenHere(who: 'candidate' | 'champion', { selectedOn }: RunData): string[] {
  if (selectedOn?.startsWith('test_') !== true) return [];
  return [
    `the ${who} was chosen by ${selectedOn} on its test rows, which makes it look a little too good here`,
  ];
}

import type { Column } from '@xgflow/data';
import { profileColumn, type ReferenceProfile } from '@xgflow/model';
import { assessDrift, type Assessment } from '../../../src/drift/assess-drift.ts';
import type { DriftReport } from '../../../src/drift/drift-report.ts';
import { LevelTally } from '../../../src/drift/tally/level-tally.ts';
import { NumberTally } from '../../../src/drift/tally/number-tally.ts';
import type { Tally } from '../../../src/drift/tally/tally.ts';
import type { Draws } from './random.ts';

/** How a column of made-up data is drawn; undefined is missing. */
export interface MadeUpColumn {
  readonly name: string;
  readonly draw: (draws: Draws) => number | string | undefined;
  readonly categorical?: boolean;
}

const zipf = Array.from({ length: 60 }, (_, rank) => 1 / (rank + 1) ** 1.3);

/** A table such as people have: continuous, skewed, counts, flags, holes, a few and very many levels. */
export const usualColumns: readonly MadeUpColumn[] = [
  { name: 'age', draw: (draws) => 45 + 12 * draws.normal() },
  { name: 'income', draw: (draws) => Math.exp(10 + draws.normal()) },
  { name: 'children', draw: (draws) => draws.pick([50, 25, 15, 7, 2, 1]) },
  { name: 'flag', draw: (draws) => (draws.uniform() < 0.02 ? 1 : 0) },
  { name: 'balance', draw: (draws) => (draws.uniform() < 0.6 ? 0 : 100 * draws.uniform()) },
  {
    name: 'score',
    draw: (draws) => (draws.uniform() < 0.3 ? undefined : draws.normal()),
  },
  { name: 'seldom', draw: (draws) => (draws.uniform() < 0.003 ? undefined : draws.normal()) },
  { name: 'region', draw: (draws) => `r${draws.pick([40, 30, 20, 9, 1])}`, categorical: true },
  { name: 'make', draw: (draws) => `m${draws.pick(zipf)}`, categorical: true },
  {
    name: 'policy',
    draw: (draws) => `p${Math.floor(draws.uniform() * 20_000)}`,
    categorical: true,
  },
];

/** The profile of a table drawn so, as a model would hold it, and how to look at more rows. */
export class MadeUpReference {
  readonly profile: ReferenceProfile;
  readonly #columns: readonly MadeUpColumn[];
  readonly #levels: ReadonlyMap<string, readonly string[]>;

  constructor(columns: readonly MadeUpColumn[], rows: number, draws: Draws) {
    const table = columns.map((column) => drawColumn(column, rows, draws));
    this.#columns = columns;
    this.#levels = new Map(
      table.flatMap((column) =>
        column.kind === 'categorical' ? [[column.name, column.levels.map(String)]] : [],
      ),
    );
    this.profile = {
      version: 1,
      rows,
      dataDigest: null,
      columns: table.map(profileColumn),
      predictions: null,
      target: null,
      outcomes: null,
      metrics: {},
    };
  }

  /** Judges so many fresh rows; the columns may be drawn otherwise than the reference's. */
  look(
    rows: number,
    draws: Draws,
    columns: readonly MadeUpColumn[] = this.#columns,
    rules: Partial<Assessment> = {},
  ): DriftReport {
    const tallies = this.profile.columns.map((profile): [string, Tally] => {
      const { draw } = columns.find(({ name }) => name === profile.name)!;
      if (profile.kind !== 'categorical') {
        const tally = new NumberTally(profile);
        for (let row = 0; row < rows; row++) tally.add((draw(draws) as number | undefined) ?? NaN);
        return [profile.name, tally.result()];
      }
      const levels = this.#levels.get(profile.name)!;
      const codes = new Map(levels.map((level, code) => [level, code]));
      const tally = new LevelTally(profile, levels);
      for (let row = 0; row < rows; row++) {
        const level = draw(draws) as string | undefined;
        const code = level === undefined ? undefined : codes.get(level);
        if (level === undefined) tally.addMissing();
        else if (code === undefined) tally.addUnseen(level);
        else tally.add(code);
      }
      return [profile.name, tally.result()];
    });
    return assessDrift(
      { rows, columns: new Map(tallies), predictions: [], concept: undefined },
      { profile: this.profile, kind: 'binary', trainedOn: false, ...rules },
    );
  }
}

function drawColumn({ name, draw, categorical }: MadeUpColumn, rows: number, draws: Draws): Column {
  const cells = Array.from({ length: rows }, () => draw(draws));
  const missing = cells.filter((cell) => cell === undefined).length;
  if (!categorical) {
    const values = Float64Array.from(cells, (cell) => (cell as number | undefined) ?? NaN);
    return { kind: 'numeric', name, values, integer: false, missing };
  }
  const levels = [...new Set(cells.filter((cell) => cell !== undefined).map(String))].sort();
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  const codes = Int32Array.from(cells, (cell) =>
    cell === undefined ? -1 : codeOf.get(String(cell))!,
  );
  return { kind: 'categorical', name, levels, codes, missing };
}

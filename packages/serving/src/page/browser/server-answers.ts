/** A feature as GET /schema describes it (JSON Schema). */
export interface Property {
  readonly type?: readonly string[];
  readonly enum?: readonly (string | number | null)[];
  readonly exclusiveMinimum?: number;
  readonly 'x-training'?: {
    readonly min?: number | null;
    readonly max?: number | null;
    readonly median?: number | null;
    readonly mode?: string | number | null;
    readonly missing?: number;
  };
}

export type Cell = string | number | null;
export type DataRecord = Readonly<Record<string, Cell>>;

/** GET /schema */
export interface Schema {
  readonly model: {
    readonly uri: string;
    readonly name: string | null;
    readonly version: string | null;
    readonly run_id: string | null;
    readonly url: string | null;
  };
  readonly objective: string;
  readonly kind: 'binary' | 'multiclass' | 'value';
  readonly target: string | null;
  readonly classes: readonly (string | number)[] | null;
  readonly threshold: number | null;
  readonly record: { readonly properties: Readonly<Record<string, Property>> };
  readonly example: DataRecord;
  readonly limits: { readonly rows: number; readonly bytes: number };
}

export interface Reason {
  readonly feature: string;
  readonly value: Cell;
  readonly contribution: number;
}

/** One row of POST /explain. */
export interface Explanation {
  /** What bias and reasons are parts of. */
  readonly scale: 'margin' | 'prediction';
  /** The version that answered: after a swap another than the page's. */
  readonly version: string | null;
  readonly prediction: number;
  /** Of each class, for several. */
  readonly probabilities?: readonly number[];
  readonly label: string | number | null;
  readonly unseen_levels: number;
  readonly bias: number;
  readonly log_exposure?: number;
  readonly margin: number;
  readonly reasons: readonly Reason[];
  /** What the features do together that are not among the reasons. */
  readonly others: number;
}

/** POST /predict */
export interface Scores {
  readonly columns: readonly string[];
  readonly data: readonly (readonly Cell[])[];
}

export interface Problem {
  readonly pointer: string;
  readonly message: string;
  readonly hint: string;
}

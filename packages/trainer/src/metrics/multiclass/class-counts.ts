/** The confusion matrix of several classes. */
export class ClassCounts {
  readonly classes: number;
  readonly #cells: Float64Array;

  private constructor(classes: number, cells: Float64Array) {
    this.classes = classes;
    this.#cells = cells;
  }

  static of(
    labels: ArrayLike<number>,
    decisions: Int32Array,
    classes: number,
    weights?: Int32Array,
  ): ClassCounts {
    const cells = new Float64Array(classes * classes);
    for (let row = 0; row < decisions.length; row++) {
      const cell = (labels[row] ?? 0) * classes + (decisions[row] ?? 0);
      cells[cell] = (cells[cell] ?? 0) + (weights ? (weights[row] ?? 0) : 1);
    }
    return new ClassCounts(classes, cells);
  }

  /** Rows of class `actual` that were decided to be of class `decided`. */
  at(actual: number, decided: number): number {
    return this.#cells[actual * this.classes + decided] ?? 0;
  }

  /** Rows that are of each class. */
  get actual(): Float64Array {
    return this.#sums((code, other) => this.at(code, other));
  }

  /** Rows that were decided to be of each class. */
  get decided(): Float64Array {
    return this.#sums((code, other) => this.at(other, code));
  }

  /** Rows that were decided rightly, by class. */
  get right(): Float64Array {
    return Float64Array.from({ length: this.classes }, (_, code) => this.at(code, code));
  }

  get rows(): number {
    return sum(this.#cells);
  }

  #sums(cell: (code: number, other: number) => number): Float64Array {
    return Float64Array.from({ length: this.classes }, (_, code) =>
      sum(Float64Array.from({ length: this.classes }, (_, other) => cell(code, other))),
    );
  }
}

export function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

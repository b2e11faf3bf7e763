/** A symmetric matrix and a vector that rows are summed into; only the lower triangle is kept. */
export class NormalEquations {
  readonly matrix: number[][];
  readonly vector: number[];

  constructor(size: number) {
    this.vector = new Array<number>(size).fill(0);
    this.matrix = this.vector.map((_, row) => new Array<number>(row + 1).fill(0));
  }

  addToVector(at: number, value: number): void {
    this.vector[at] = (this.vector[at] ?? 0) + value;
  }

  /** @param col not above `row` */
  addToMatrix(row: number, col: number, value: number): void {
    const own = this.matrix[row] ?? [];
    own[col] = (own[col] ?? 0) + value;
  }
}

import type { CheckReport, CheckName, Violation, ViolationCount } from './table-checks.ts';

/** Counts every violation and keeps the first of each check and column. */
export class ViolationList {
  readonly #cap: number;
  readonly #kept: Violation[] = [];
  readonly #counts = new Map<string, { check: CheckName; column: string | null; count: number }>();

  constructor(cap: number) {
    this.#cap = cap;
  }

  add(violation: Violation): void {
    const { check, column } = violation;
    const key = `${check}\0${column ?? ''}`;
    const entry = this.#counts.get(key) ?? { check, column, count: 0 };
    entry.count++;
    this.#counts.set(key, entry);
    if (entry.count <= this.#cap) this.#kept.push(violation);
  }

  report(): CheckReport {
    const counts: ViolationCount[] = [...this.#counts.values()];
    const total = counts.reduce((sum, { count }) => sum + count, 0);
    return { ok: total === 0, total, counts, violations: this.#kept };
  }
}

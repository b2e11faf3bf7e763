import type { SliceName } from '../../report/index.ts';
import type { Html, HtmlValue } from '../page/html.ts';
import type { PageColumn } from '../page/table.ts';

/** How the groups of test cases fare, whatever the task measures of them. */
export interface GroupStory {
  /** Those with enough cases, in the order of their columns. */
  readonly judged: readonly JudgedGroup[];
  /** Those with too few. */
  readonly small: readonly SliceName[];
  /** The pictures of groups, in the order in which they are shown; the first one also orders the table. */
  readonly views: readonly GroupView[];
  /** Of the table of groups, behind their names and sizes. */
  readonly columns: readonly PageColumn[];
  /** Of the tables of sensitive columns, behind the groups' names and sizes. */
  readonly sensitiveColumns: readonly PageColumn[];
  /** What differs between the groups of a sensitive column, in the order of a group's `rates`. */
  readonly rates: readonly GroupRate[];
  /** What a mark says of the model there: `does clearly worse`. */
  readonly fault: string;
  /** What is to be read beside the marks; undefined: nothing. */
  readonly note: Html | undefined;
}

/** A group of at least 30 cases. */
export interface JudgedGroup extends SliceName {
  /** What is clearly wrong with it, as a mark in the table: `worse`, `too low`; empty: nothing. */
  readonly marks: readonly string[];
  /** For each view; undefined where it has no value there. */
  readonly ranges: readonly (GroupRange | undefined)[];
  readonly cells: readonly HtmlValue[];
  readonly sensitiveCells: readonly HtmlValue[];
  /** NaN where not known. */
  readonly rates: readonly number[];
}

export interface GroupRange {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Drawn filled. */
  readonly strong: boolean;
  /** The most certain fault first: smaller ones come first. */
  readonly order: number;
}

/** A picture of the groups with the most certain faults. */
export interface GroupView {
  /** Unique on the page. */
  readonly id: string;
  readonly axis: string;
  /** Vega-lite: how the numbers of the axis are written. */
  readonly labels: object;
  /** Where the dashed line stands. */
  readonly mark: number | undefined;
  readonly alt: string;
  readonly caption: string;
}

export interface GroupRate {
  readonly name: string;
  readonly text: (value: number) => string;
  /** The distance between two groups. */
  readonly distance: (low: number, high: number) => string;
}

/** A share as so many of 100, for gaps between groups. */
export function pointsOf(name: string): GroupRate {
  const points = (share: number): string => (share * 100).toFixed(1);
  return { name, text: points, distance: (low, high) => `${points(high - low)} of 100` };
}

/** A measure that is better the larger it is; the groups that surely do worst come first. */
export function risingRange(
  value: number | null,
  low: number | null,
  high: number | null,
  strong: boolean,
): GroupRange | undefined {
  if (value === null) return undefined;
  return { value, low: low ?? NaN, high: high ?? NaN, strong, order: high ?? Infinity };
}

import type { TargetSummary } from '@xgflow/trainer';

/** A target for a program. @param rows of the table */
export function targetAnswer(target: TargetSummary, rows: number): Record<string, unknown> {
  switch (target.task) {
    case 'binary':
      return {
        classes: target.classes,
        positive_share: target.positives / rows,
      };
    case 'multiclass':
      return { task: target.task, classes: target.classes, rows_by_class: target.rows };
    case 'regression': {
      const { task, min, mean, max, zeros } = target;
      return { task, min, mean, max, zeros };
    }
  }
}

/** A target for a person: `1 is positive, 15.6 % of the rows`. @param rows of the table */
export function targetText(target: TargetSummary, rows: number): string {
  switch (target.task) {
    case 'binary':
      return `${String(target.classes[1])} is positive, ${percent(target.positives / rows)} of the rows`;
    case 'multiclass': {
      const shares = target.classes.map(
        (level, code) => `${String(level)} ${percent((target.rows[code] ?? 0) / rows)}`,
      );
      return `${target.classes.length} classes: ${shortened(shares)}`;
    }
    case 'regression': {
      const { min, mean, max, zeros } = target;
      const range = `from ${short(min)} to ${short(max)}, ${short(mean)} on average`;
      return zeros === 0 ? range : `${range}, 0 in ${zeros} rows`;
    }
  }
}

const most = 8;

function shortened(parts: readonly string[]): string {
  return parts.length > most
    ? `${parts.slice(0, most).join(', ')}, … and ${parts.length - most} more`
    : parts.join(', ');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** Six digits are enough to recognise a column. */
function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}

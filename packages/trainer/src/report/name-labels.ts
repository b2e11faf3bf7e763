/** Letters of a name that there is room for beside a picture. */
const most = 38;
const [head, tail] = [18, 19];

/** A long name shortened in its middle, `monthly_payment_de…of_the_first_account`: those that begin alike stay apart. */
export function shortName(name: string): string {
  return name.length > most ? `${name.slice(0, head)}…${name.slice(-tail)}` : name;
}

/** Vega expression: {@link shortName} of another one. */
export function shortNameOf(text: string): string {
  return `(length(${text}) > ${most} ? slice(${text}, 0, ${head}) + '…' + slice(${text}, -${tail}) : ${text})`;
}

/** Vega-lite axis of names, long ones shortened. */
export const nameLabels = { labelExpr: shortNameOf('datum.label'), labelLimit: 0 };

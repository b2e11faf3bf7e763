import type { Audit, Decision } from '@xgflow/serving/decisions';

/** An audit for a program. */
export function auditAnswer(decision: Decision, audit: Audit): unknown {
  const { at, id, input, label, model, score, threshold } = decision;
  return {
    id,
    at,
    model,
    threshold,
    equal: audit.equal,
    logged: { score, label },
    again: { score: audit.score, label: audit.label },
    confirmed: audit.confirmed,
    input,
  };
}

/** An audit for a person. */
export function renderAudit(decision: Decision, audit: Audit): string {
  const { at, id, libraries, model, threshold } = decision;
  const name = model.name === null ? 'a model' : `${model.name} version ${model.version ?? '?'}`;
  const verdict = audit.equal
    ? 'equal: the same score to the last bit, and the same label.'
    : 'different: the model of then does not give the logged decision.';
  const confirmed =
    audit.confirmed.length > 0
      ? [`Values given again and seen to be those of then: ${audit.confirmed.join(', ')}`]
      : [];
  return [
    `Decision ${id} of ${at}, by ${name} (${libraries})`,
    `logged: ${said(decision.score, decision.label)}${threshold === null ? '' : `, threshold ${threshold}`}`,
    `again:  ${said(audit.score, audit.label)}`,
    ...confirmed,
    verdict,
  ].join('\n');
}

function said(score: Decision['score'], label: number | null): string {
  const numbers = [score].flat().join(', ');
  return label === null ? `score ${numbers}` : `score ${numbers}, label ${label}`;
}

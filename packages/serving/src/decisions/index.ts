export { auditDecision } from './audit-decision.ts';
export type { Audit, AuditOptions } from './audit-decision.ts';
export type { Decision, LoggedCell } from './decision.ts';
export { DecisionLog } from './decision-log.ts';
export type { DecidedRows, DecisionLogOptions } from './decision-log.ts';
export { findDecision, logFiles } from './find-decision.ts';
export { modelUriOf } from './model-uri-of.ts';
export { rowFacts } from './row-facts.ts';
export type { RowFacts } from './row-facts.ts';

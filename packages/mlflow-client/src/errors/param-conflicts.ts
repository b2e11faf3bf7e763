import type { ParamConflict } from './param-conflict-error.ts';

const SINGLE =
  /Param with key='(.*)' was already logged with value='([\s\S]*)' for run ID='[^']*'\. Attempted logging new value '([\s\S]*)'/;
const BATCH = /'key': '(.*?)', 'old_value': '([\s\S]*?)', 'new_value': '([\s\S]*?)'\}/g;

/** Whether the message is MLflow's refusal to change a param. */
export function isParamConflict(message: string): boolean {
  return message.startsWith('Changing param values is not allowed');
}

/** The clashing params that MLflow's message names: one for log-parameter, several for log-batch. */
export function parseParamConflicts(message: string): ParamConflict[] {
  const single = SINGLE.exec(message);
  const matches = single === null ? [...message.matchAll(BATCH)] : [single];
  return matches.map((match) => ({
    key: match[1] ?? '',
    oldValue: match[2] ?? '',
    newValue: match[3] ?? '',
  }));
}

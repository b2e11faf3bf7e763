import { BadSourceError, parseSource } from '@xgflow/data';
import type { Finding } from './finding.ts';
import type { SweepFile } from './sweep-file.ts';

/** Whether `source` names a table, and `query` fits it; what the environment holds, the pull tells later. */
export function checkSource({ query, source }: SweepFile): Finding[] {
  if (source.startsWith('env:')) return [];
  try {
    const { kind } = parseSource(source);
    if (kind === 'csv' && query !== undefined) {
      const what = 'a CSV file takes no query';
      return [{ path: ['query'], ofKey: true, what, fix: 'remove it' }];
    }
    if (kind !== 'csv' && kind !== 'parquet' && query === undefined) {
      const what = 'a database without a query';
      return [{ path: ['source'], what, fix: 'add query: a table or a SELECT … ORDER BY …' }];
    }
    return [];
  } catch (error) {
    if (!(error instanceof BadSourceError)) throw error;
    const [what = '', , fix = ''] = error.message.split(' · ');
    return [{ path: ['source'], what, fix }];
  }
}

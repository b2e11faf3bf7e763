import { expect, test } from '@jest/globals';
import {
  historyOf,
  movesOf,
  newEntryKey,
  sayTheSame,
} from '../../src/promotion/history/history-entry.ts';
import type { HistoryEntry } from '../../src/promotion/history/history-entry.ts';

const entry: HistoryEntry = {
  v: 1,
  at: '2026-11-26T13:45:12.345Z',
  action: 'promote',
  from: '1',
  to: '2',
  by: 'ada@lab',
  why: 'better',
  reasons: ['better'],
  forced: false,
  report: null,
};
const tag = (key: string, value: unknown) => ({
  key: `xgflow.promotion.${key}`,
  value: typeof value === 'string' ? value : JSON.stringify(value),
});

test('keys sort by time and are never twice the same', () => {
  const early = newEntryKey(new Date('2026-11-26T13:45:12.345Z'));
  const late = newEntryKey(new Date('2026-11-26T13:45:12.346Z'));
  expect(early).toMatch(/^xgflow\.promotion\.20261126T134512345Z-[0-9a-f]{10}$/);
  expect(early < late).toBe(true);
  const at = new Date();
  expect(new Set(Array.from({ length: 1000 }, () => newEntryKey(at))).size).toBe(1000);
});

test('entries are read oldest first, other tags left alone, what is no entry said', () => {
  const history = historyOf([
    { key: 'team', value: 'claims' },
    tag('20261126T2', { ...entry, action: 'refuse' }),
    tag('20261126T1', entry),
    tag('20261126T3', 'half a te'),
    tag('20261126T4', { ...entry, v: 2 }),
    tag('20261126T5', { ...entry, action: 'rollback' }),
  ]);
  expect(history.entries.map(({ action }) => action)).toEqual(['promote', 'refuse', 'rollback']);
  expect(history.damaged).toEqual(['xgflow.promotion.20261126T3', 'xgflow.promotion.20261126T4']);
  expect(movesOf(history).map(({ action }) => action)).toEqual(['promote', 'rollback']);
});

test('who and when does not make another decision, the versions and the report do', () => {
  expect(sayTheSame(entry, { ...entry, by: 'bob', at: '2027-01-01T00:00:00.000Z' })).toBe(true);
  expect(sayTheSame(entry, { ...entry, from: '3' })).toBe(false);
  expect(sayTheSame(entry, { ...entry, report: 'runs:/a/gate/b' })).toBe(false);
  expect(sayTheSame(entry, { ...entry, action: 'refuse' })).toBe(false);
});

import { expect, test } from '@jest/globals';
import type { MlflowClient } from '@xgflow/mlflow-client';
import {
  historyOf,
  movesOf,
  newEntryKey,
  sayTheSame,
} from '../../src/promotion/history/history-entry.ts';
import type { HistoryEntry } from '../../src/promotion/history/history-entry.ts';
import { recordEntry } from '../../src/promotion/history/record-entry.ts';
import type { RegisteredState } from '../../src/promotion/history/registered-state.ts';

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

test('a clock that is behind does not put its entry before the one that it follows', () => {
  const ahead = newEntryKey(new Date('2026-11-26T14:00:00.999Z'));
  const next = newEntryKey(new Date('2026-11-26T13:45:12.345Z'), ahead);
  expect(next).toMatch(/^xgflow\.promotion\.20261126T140001000Z-/);
  expect(newEntryKey(new Date('2027-01-01T00:00:00.000Z'), next)).toMatch(/\.20270101T/);
  const byHand = newEntryKey(new Date('2026-11-26T13:45:12.345Z'), 'xgflow.promotion.first');
  expect(byHand).toMatch(/\.20261126T134512345Z-/);
});

test('an entry is written after the last one, whose machine may be ahead', async () => {
  const last = { ...entry, key: newEntryKey(new Date('2999-01-01T00:00:00.000Z')) };
  const written: string[] = [];
  const setTag = (_: string, key: string): Promise<void> => Promise.resolve(void written.push(key));
  const client = { registeredModels: { setTag } } as unknown as MlflowClient;
  const base = {
    name: 'm',
    history: { entries: [last], damaged: [] },
  } as unknown as RegisteredState;
  await recordEntry(client, base, { ...entry, from: '2', to: '3' });
  expect(written).toEqual([expect.stringMatching(/\.29990101T000000001Z-/)]);
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

import { appendFile, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { auditDecision } from '../../src/decisions/audit-decision.ts';
import { DecisionLog } from '../../src/decisions/decision-log.ts';
import { findDecision, logFiles } from '../../src/decisions/find-decision.ts';
import { decided, records, withModel } from './support.ts';

describe('a decision', () => {
  test('is found by its id and scores again to the same float32, also while the log is written', async () => {
    await withModel(async ({ log, predictor }) => {
      const writer = await DecisionLog.open(log);
      const id = await writer.record(decided(predictor, records));
      expect(id).toMatch(/^\d{8}T\d{9}Z-[0-9a-f]{10}$/);
      const { probabilities, labels } = predictor.predictRecords(records);
      for (const row of [0, 17, 39]) {
        const decision = await findDecision(log, `${id}.${row}`);
        expect(decision).toMatchObject({ input: records[row], label: labels[row], threshold: 0.5 });
        expect(decision.score).toBe(probabilities[row]);
        expect(await auditDecision({ decision, predictor, log })).toEqual({
          equal: true,
          score: probabilities[row],
          label: labels[row],
          confirmed: [],
        });
      }
      await writer.close();
    });
  });

  test('with missing cells and levels that the model never saw does so too', async () => {
    await withModel(async ({ log, predictor }) => {
      const writer = await DecisionLog.open(log);
      const odd = [
        { age: null, town: 'Rom' },
        { age: '34', town: '' },
      ];
      const id = await writer.record(decided(predictor, odd));
      for (const [row, unseen] of [
        [0, 1],
        [1, 0],
      ] as const) {
        const decision = await findDecision(log, `${id}.${row}`);
        expect(decision.unseen).toBe(unseen);
        expect((await auditDecision({ decision, predictor, log })).equal).toBe(true);
      }
      await writer.close();
    });
  });

  test('keeps a column named __proto__', async () => {
    await withModel(async ({ log, predictor }) => {
      const writer = await DecisionLog.open(log);
      const { rows, ...request } = decided(predictor, [records[0]!]);
      const input = JSON.parse('{"__proto__": 1, "town": "Ulm"}') as { town: string };
      const id = await writer.record({ ...request, rows: rows.map((row) => ({ ...row, input })) });
      await writer.close();
      const decision = await findDecision(log, id);
      expect(Object.entries(decision.input)).toEqual([
        ['__proto__', 1],
        ['town', 'Ulm'],
      ]);
    });
  });

  test('that was tampered with, or of another model, is told', async () => {
    await withModel(async ({ log, predictor }) => {
      const writer = await DecisionLog.open(log);
      const id = await writer.record(decided(predictor, [records[0]!]));
      await writer.close();
      const decision = await findDecision(log, id);
      expect(
        (await auditDecision({ decision: { ...decision, score: 0.25 }, predictor, log })).equal,
      ).toBe(false);
      expect(
        (await auditDecision({ decision: { ...decision, label: 1 }, predictor, log })).equal,
      ).toBe(false);
      const model = { ...decision.model, sha256: 'f'.repeat(64) };
      await expect(
        auditDecision({ decision: { ...decision, model }, predictor, log }),
      ).rejects.toThrow(/^the model file is not the one that decided: /);
      const input = { town: 'Ulm' };
      await expect(
        auditDecision({ decision: { ...decision, input }, predictor, log }),
      ).rejects.toThrow(/^the model does not take the logged row \(no column "age"/);
    });
  });

  test('a request of several rows asks for the row, an unknown id says where it looked', async () => {
    await withModel(async ({ log, predictor }) => {
      const writer = await DecisionLog.open(log);
      const id = await writer.record(decided(predictor, records.slice(0, 3)));
      await writer.close();
      await expect(findDecision(log, id)).rejects.toThrow(
        `decided 3 rows · ${log} · name one: ${id}.0 to ${id}.2`,
      );
      await expect(findDecision(log, 'nothing')).rejects.toThrow(/^no decision nothing · /);
    });
  });
});

describe('redacted columns', () => {
  test('are in the log as hashes only, and audited with the values of then', async () => {
    await withModel(async ({ folder, log, predictor }) => {
      const writer = await DecisionLog.open(log, { redact: ['town'] });
      const id = await writer.record(decided(predictor, [records[2]!, records[5]!]));
      await writer.close();
      expect(await readFile(log, 'utf8')).not.toContain('Åre');
      expect((await stat(`${log}.key`)).mode & 0o777).toBe(0o600);
      const decision = await findDecision(log, `${id}.0`);
      expect(decision.input.age).toBe(records[2]!.age);
      await expect(auditDecision({ decision, predictor, log })).rejects.toThrow(
        /^the log holds only hashes of town · .* --values FILE/,
      );
      const audit = (town: string) => auditDecision({ decision, predictor, log, values: { town } });
      await expect(audit('Ulm')).rejects.toThrow(/^the value given for town is not the one/);
      expect(await audit('Åre')).toMatchObject({ equal: true, confirmed: ['town'] });
      // Equal values have equal hashes: the key stays with the log.
      const again = await DecisionLog.open(log, { redact: ['town'] });
      const second = await again.record(decided(predictor, [records[2]!]));
      await again.close();
      expect((await findDecision(log, second)).input.town).toEqual(decision.input.town);
      expect((await readdir(folder)).toSorted()).toEqual([
        'decisions.log',
        'decisions.log.key',
        'model',
      ]);
    });
  });

  test('a key that is lost, or cut, is said', async () => {
    await withModel(async ({ log, predictor }) => {
      const writer = await DecisionLog.open(log, { redact: ['town'] });
      const id = await writer.record(decided(predictor, [records[2]!]));
      await writer.close();
      const decision = await findDecision(log, id);
      await writeFile(`${log}.key`, 'short');
      await expect(
        auditDecision({ decision, predictor, log, values: { town: 'Åre' } }),
      ).rejects.toThrow(/^the key has 5 bytes, not 32 · /);
      await expect(DecisionLog.open(log, { redact: ['town'] })).rejects.toThrow(
        /^the key has 5 bytes/,
      );
      // The lock is given back.
      await (await DecisionLog.open(log)).close();
    });
  });
});

describe('the file', () => {
  test('a record that a dying machine left half is cut off; the others stay, and more come after', async () => {
    await withModel(async ({ log, predictor }) => {
      const writer = await DecisionLog.open(log);
      const id = await writer.record(decided(predictor, [records[0]!]));
      await writer.close();
      await appendFile(log, '1234abcd 99 {"v":1,"id":"half');
      expect((await findDecision(log, id)).id).toBe(`${id}.0`);
      const again = await DecisionLog.open(log);
      const next = await again.record(decided(predictor, [records[1]!]));
      await again.close();
      expect((await findDecision(log, next)).input).toEqual(records[1]);
      expect(await readFile(log, 'utf8')).not.toContain('half');
    });
  });

  test('is begun anew when it is full; nothing is lost between, also with many requests at a time', async () => {
    await withModel(async ({ log, predictor }) => {
      const writer = await DecisionLog.open(log, { maxBytes: 2500, fsync: 'never' });
      const ids = await Promise.all(
        records.map(async (record, index) => {
          await new Promise((resolve) => setTimeout(resolve, 4 * Math.floor(index / 5)));
          return writer.record(decided(predictor, [record]));
        }),
      );
      await writer.close();
      const files = await logFiles(log);
      expect(files.length).toBeGreaterThan(2);
      for (const [row, id] of ids.entries()) {
        expect((await findDecision(log, id)).input).toEqual(records[row]);
      }
    });
  });

  test('one process writes it', async () => {
    await withModel(async ({ log }) => {
      const writer = await DecisionLog.open(log);
      await expect(DecisionLog.open(log)).rejects.toThrow(/is in use by process/);
      await writer.close();
    });
  });

  test('what cannot be logged is refused: a full queue, a log that is closed', async () => {
    await withModel(async ({ log, predictor }) => {
      const writer = await DecisionLog.open(log, { maxWaiting: 2 });
      const rows = decided(predictor, records.slice(0, 2));
      const [first, second] = await Promise.allSettled([writer.record(rows), writer.record(rows)]);
      expect([first.status, second.status]).toEqual(['fulfilled', 'rejected']);
      expect(second.status === 'rejected' && second.reason).toMatchObject({
        name: 'DecisionNotLoggedError',
        message: expect.stringMatching(/^too many decisions wait to be logged · /) as unknown,
        retryAfter: 1,
      });
      await writer.record(rows);
      await writer.close();
      await expect(writer.record(rows)).rejects.toThrow(/^the decision could not be logged · /);
    });
  });
});

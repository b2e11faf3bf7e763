import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MlflowClient } from '@xgflow/mlflow-client';
import { PromotionScene } from '../support/faults/killed-promotion.ts';
import { trackingUri } from '../support/xgflow.ts';

const client = new MlflowClient({ trackingUri: trackingUri() });
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'xgflow-promotion-'));
});
afterAll(async () => {
  client.close();
  await rm(directory, { recursive: true, force: true });
});

/** Two commands for each request that the first one makes: four minutes on a machine that does other work too. */
const patienceMs = 900_000;

describe('killed at each request and typed again: the same end', () => {
  test(
    'of a promotion',
    async () => {
      const scene = await PromotionScene.open(client, directory, 'better');
      const { end, requests } = await scene.promoted();
      expect(end).toEqual({
        champion: '2',
        challenger: undefined,
        previous: '1',
        entries: ['promote 1 2 done'],
      });
      for (let nth = 1; nth <= requests; nth += 1) {
        expect({ nth, ...(await scene.promoted(nth)).end }).toEqual({ nth, ...end });
      }
    },
    patienceMs,
  );

  test(
    'of a refusal',
    async () => {
      const scene = await PromotionScene.open(client, directory, 'worse');
      const { end, requests } = await scene.promoted();
      expect(end).toEqual({
        champion: '1',
        challenger: '2',
        previous: undefined,
        entries: ['refuse 1 2 refused'],
      });
      for (let nth = 1; nth <= requests; nth += 1) {
        expect({ nth, ...(await scene.promoted(nth)).end }).toEqual({ nth, ...end });
      }
    },
    patienceMs,
  );

  test(
    'of a rollback',
    async () => {
      const scene = await PromotionScene.open(client, directory, 'better');
      const { end, requests } = await scene.rolledBack();
      expect(end).toEqual({
        champion: '1',
        challenger: undefined,
        previous: '2',
        entries: ['promote 1 2 done', 'rollback 2 1 done'],
      });
      for (let nth = 1; nth <= requests; nth += 1) {
        expect({ nth, ...(await scene.rolledBack(nth)).end }).toEqual({ nth, ...end });
      }
    },
    patienceMs,
  );
});

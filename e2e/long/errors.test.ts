import { afterAll, describe, test } from '@jest/globals';
import { ableCases } from '../errors/able-cases.ts';
import { expectError } from '../errors/expect-error.ts';
import { removeTrainedModel } from '../errors/trained-model.ts';

afterAll(removeTrainedModel);

describe('every error says with --json what it says without', () => {
  test.concurrent.each(ableCases)('$name', (item) => expectError(item, { asJson: true }), 60_000);
});

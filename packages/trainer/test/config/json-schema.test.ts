import { expect, test } from '@jest/globals';
import { toJsonSchema } from '../../src/config/sweep-file.ts';

test('the JSON Schema documents the file: its keys, which of them are required, no others', () => {
  const schema = toJsonSchema() as { properties: Record<string, { description?: string }> };
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    required: ['name', 'source', 'target'],
    additionalProperties: false,
  });
  expect(Object.keys(schema.properties)).toContain('variants');
  expect(schema.properties.name?.description).toBe('Name of the experiment.');
});

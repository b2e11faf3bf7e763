// docs/sweep.schema.json and the tables of keys in docs/sweep-file.md, from the one schema that checks sweep files.
// `--check` fails when they have drifted.
import { toJsonSchema } from '../../packages/trainer/dist/index.js';
import { fillSection, generate, table } from './generated-file.mjs';
import { keyTable } from './key-table.mjs';

const schema = toJsonSchema();

const { checks, split, search, space, resample, calibration, threshold } = schema.properties;
const distributions = space.additionalProperties.anyOf.map(({ properties, description }) => [
  `\`${Object.keys(properties)[0]}\``,
  description,
]);
const sections = {
  keys: keyTable('', schema),
  checks: keyTable('', checks.additionalProperties),
  split: keyTable('split.', split),
  search: `${keyTable('search.', search)}\n\n${keyTable('search.early_stopping.', search.properties.early_stopping)}`,
  space: table(['distribution', 'draws'], distributions),
  resample: keyTable('resample.', resample),
  calibration: keyTable('calibration.', calibration),
  threshold: `${keyTable('threshold.', threshold)}\n\n${keyTable('threshold.cost.', threshold.properties.cost)}`,
};

await generate('docs/sweep.schema.json', () => JSON.stringify(schema));
await generate('docs/sweep-file.md', (text) =>
  Object.entries(sections).reduce(
    (filled, [name, content]) => fillSection(filled, name, content),
    text,
  ),
);

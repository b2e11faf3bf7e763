// docs/promotion.schema.json and the tables of keys in docs/promotion.md, from the one schema that checks policy files.
// `--check` fails when they have drifted.
import { policyJsonSchema } from '../../packages/trainer/dist/index.js';
import { fillSection, generate } from './generated-file.mjs';
import { keyTable } from './key-table.mjs';

const schema = policyJsonSchema();
const sections = ['rows', 'bootstrap', 'min_gain', 'max_loss', 'slices'];
const tables = [
  keyTable('', schema),
  ...sections.map((name) => keyTable(`${name}.`, schema.properties[name])),
];

await generate('docs/promotion.schema.json', () => JSON.stringify(schema));
await generate('docs/promotion.md', (text) => fillSection(text, 'policy', tables.join('\n\n')));

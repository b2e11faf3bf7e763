// docs/sweep.schema.json and the tables of keys in docs/sweep-file.md, from the one schema that checks sweep files.
// `--check` fails when they have drifted.
import { toJsonSchema } from '../../packages/trainer/dist/index.js';
import { fillSection, generate, table } from './generated-file.mjs';

const schema = toJsonSchema();

function typeOf({ type, enum: values, items }) {
  if (values) return values.map((value) => `\`${value}\``).join(', ');
  if (type === 'array') return `list of ${[items.type].flat().join('s or ')}s`;
  if (type === 'object') return 'mapping';
  return type === undefined ? 'see below' : [type].flat().join(' or ');
}

function boundsOf(property) {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = property;
  const above = exclusiveMinimum === undefined ? minimum : `more than ${exclusiveMinimum}`;
  const below = exclusiveMaximum === undefined ? maximum : `less than ${exclusiveMaximum}`;
  if (above === undefined) return '';
  const open = below === undefined || below === Number.MAX_SAFE_INTEGER;
  return open ? `, from ${above}` : `, ${above} to ${below}`;
}

function defaultOf(key, { default: value }, required) {
  if (value === undefined) return required.includes(key) ? '**required**' : '';
  return `\`${JSON.stringify(value)}\``;
}

function keyTable(parent, { properties, required = [] }) {
  const rows = Object.entries(properties).map(([key, property]) => {
    if (property.description === undefined) {
      throw new Error(`${parent}${key} has no description · packages/trainer/src/config · add one`);
    }
    return [
      `\`${parent}${key}\``,
      `${typeOf(property)}${boundsOf(property)}`,
      defaultOf(key, property, required),
      property.description,
    ];
  });
  return table(['key', 'value', 'default', 'meaning'], rows);
}

const { checks, split, search, space } = schema.properties;
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
};

await generate('docs/sweep.schema.json', () => JSON.stringify(schema));
await generate('docs/sweep-file.md', (text) =>
  Object.entries(sections).reduce(
    (filled, [name, content]) => fillSection(filled, name, content),
    text,
  ),
);

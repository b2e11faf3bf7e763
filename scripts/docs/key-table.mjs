// The table of keys that a JSON Schema describes.
import { table } from './generated-file.mjs';

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

/** The keys of a mapping: what they take, their default, what they mean. */
export function keyTable(parent, { properties, required = [] }) {
  const rows = Object.entries(properties).map(([key, property]) => {
    if (property.description === undefined) {
      throw new Error(`${parent}${key} has no description · the schema · add one`);
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

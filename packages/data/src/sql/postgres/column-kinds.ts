import type { Client, FieldDef } from 'pg';
import type { SourceColumn } from '../cell.ts';

/** What of a type decides: its name and its category, as `pg_type` has them. */
type Types = ReadonlyMap<number, { readonly name: string; readonly category: string }>;

const FLOATS = new Set(['real', 'double precision']);
const INTEGERS = new Set(['smallint', 'integer', 'bigint', 'oid']);
const TEXTS = new Set(['uuid', 'json', 'jsonb', 'inet', 'cidr', 'macaddr', 'xml', '"char"']);

/** The types of the server, so that enums and other types of the user's own are known. */
export async function readTypes(client: Client): Promise<Types> {
  const { rows } = await client.query<[string, string, string]>({
    text: `SELECT oid::text, format_type(oid, NULL), typcategory::text FROM pg_type WHERE typtype IN ('b', 'e', 'd', 'r')`,
    rowMode: 'array',
  });
  return new Map(rows.map(([oid, name, category]) => [Number(oid), { name, category }]));
}

/** The column of a field of a result. */
export function columnOf(field: FieldDef, types: Types): SourceColumn {
  const type = types.get(field.dataTypeID);
  const name = type?.name ?? `type ${field.dataTypeID}`;
  return { name: field.name, kind: kindOf(name, type?.category ?? '', field), type: name };
}

function kindOf(name: string, category: string, field: FieldDef): SourceColumn['kind'] {
  if (INTEGERS.has(name)) return 'integer';
  if (FLOATS.has(name)) return 'float';
  if (name === 'numeric') return isWhole(field.dataTypeModifier) ? 'integer' : 'float';
  if (category === 'B') return 'boolean';
  // Strings, enums, dates and times.
  if (['S', 'E', 'D'].includes(category) || TEXTS.has(name)) return 'text';
  return 'unsupported';
}

/** `numeric(10)` and `numeric(10, 0)`; plain `numeric` says nothing of its scale. */
function isWhole(modifier: number): boolean {
  return modifier >= 4 && ((modifier - 4) & 0x7ff) === 0;
}

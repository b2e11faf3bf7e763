import { stringify } from 'yaml';

/**
 * YAML that PyYAML reads back as written. PyYAML follows YAML 1.1, where an unquoted time, `no` or
 * `1:30` is no string, so that version's rules decide what is quoted.
 */
export function yamlText(document: unknown, options: { sorted: boolean }): string {
  return stringify(document, { version: '1.1', sortMapEntries: options.sorted, lineWidth: 0 });
}

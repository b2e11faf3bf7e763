const plain = /^(?:\.{1,2}\/)*[A-Za-z_][\w-]*(?:[./][\w-]+)*$/u;
const reserved = /^(?:y|n|yes|no|true|false|on|off|null)$/iu;

/** A value as YAML reads it back: text that could be taken for something else is quoted as JSON does. */
export function yamlScalar(value: string | number): string {
  if (typeof value === 'number') return String(value);
  return plain.test(value) && !reserved.test(value) ? value : JSON.stringify(value);
}

/** A comment of one line, whatever the text holds. */
export function yamlComment(text: string): string {
  return `# ${text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')}`;
}

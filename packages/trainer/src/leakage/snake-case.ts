/** `policyNumber` and `Policy Number` are read as `policy_number`. */
export function snakeCase(name: string): string {
  return name
    .replace(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, '_')
    .toLowerCase()
    .replace(/[\s.-]+/gu, '_');
}

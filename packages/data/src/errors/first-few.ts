/** The first of some names as a list, with … where there are more. */
export function firstFew(names: readonly (string | number)[], most: number): string {
  return `${names.slice(0, most).join(', ')}${names.length > most ? ', …' : ''}`;
}

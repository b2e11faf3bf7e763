/** What a person reads of a page: its text with single spaces, without the drawings. */
export function plainText(page: string): string {
  return page
    .replaceAll(/<style>[^]*?<\/style>|<svg[^]*?<\/svg>|<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,;:)])/g, '$1')
    .replaceAll('( ', '(');
}

const segmenter = new Intl.Segmenter();
const graphemes = (text: string): string[] => Array.from(segmenter.segment(text), (s) => s.segment);
// East Asian wide letters and emoji take two cells in a terminal; ©, ™ and other signs only where emoji are asked for.
const wide =
  /\p{Emoji_Presentation}|\p{Regional_Indicator}|[\ufe0f\u20e3]|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;
const accents = /[\u0300-\u036f]/gu;
// Of other scripts every mark counts, as it does for cli-table3, which fills up the cells.
const cellsOf = (grapheme: string): number =>
  wide.test(grapheme) ? 2 : Array.from(grapheme.replace(accents, '')).length;

/** Cells of a terminal that a text takes. */
export function cellWidth(text: string): number {
  return graphemes(text).reduce((sum, one) => sum + cellsOf(one), 0);
}

/** The text, or as much of it as fits with an ellipsis. */
export function cut(text: string, width: number): string {
  if (cellWidth(text) <= width) return text;
  let kept = '';
  for (const one of graphemes(text)) {
    if (cellWidth(kept + one) > width - 1) break;
    kept += one;
  }
  return `${kept}…`;
}

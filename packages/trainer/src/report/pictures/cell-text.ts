/** From this share of a row on, a cell is so dark that its text is white. */
const darkFrom = 0.6;

/**
 * A line of text in each cell of a confusion matrix, as a layer.
 *
 * @param calculate Vega expression of the text
 * @param dy pixels below the middle of the cell
 */
export function cellText(calculate: string, dy: number, fontSize: number): object {
  return {
    transform: [{ calculate, as: 'label' }],
    mark: { type: 'text', dy, fontSize },
    encoding: {
      text: { field: 'label', type: 'nominal' },
      color: {
        condition: { test: `datum.share >= ${darkFrom}`, value: 'white' },
        value: '#111111',
      },
    },
  };
}

import { html } from './html.ts';
import type { Html, HtmlValue } from './html.ts';

export interface PageColumn {
  readonly title: string;
  /** Numbers stand right. Default left. */
  readonly number?: boolean;
}

/**
 * A table of a page; a wide one scrolls by itself on a small screen, with the keyboard too.
 *
 * @param name what the table is, for those who do not see it
 */
export function pageTable(
  name: string,
  columns: readonly PageColumn[],
  rows: readonly (readonly HtmlValue[])[],
): Html {
  const classOf = ({ number }: PageColumn): string => (number === true ? 'number' : 'text');
  return html`<div class="scroll" role="group" aria-label="${name}" tabindex="0">
    <table>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col" class="${classOf(column)}">${column.title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${columns.map((column, place) =>
                place === 0
                  ? html`<th scope="row" class="${classOf(column)}">${cells[place]}</th>`
                  : html`<td class="${classOf(column)}">${cells[place]}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

import { type Api, ServerError } from './api.ts';
import { byId, element } from './element.ts';
import { stepsOf } from './pointer.ts';
import type { Cell, Schema, Scores } from './server-answers.ts';

/** Rows that are shown; the download has all. */
const SHOWN = 100;
/** Places at fault that are named. */
const PLACES = 3;

/** Upload of a CSV file: scored by the server, shown, and to be downloaded. */
export function setUpCsvFile(api: Api, { limits }: Schema): void {
  const input = byId('file') as HTMLInputElement;
  const most = Math.round(limits.bytes / 2 ** 20);
  byId('file-hint').textContent =
    `One column per field, with a header; other columns are kept. At most ${limits.rows.toLocaleString('en')} rows and ${most} MiB; xgflow predict scores larger ones.`;
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file === undefined) return;
    // The same file, corrected, may be chosen again.
    void scoreFile(api, file, limits.bytes).finally(() => (input.value = ''));
  });
}

async function scoreFile(api: Api, file: File, most: number): Promise<void> {
  hideScores();
  if (file.size > most) {
    say(`${file.name} is too large for this page: score it with xgflow predict.`, true);
    return;
  }
  say(`Scoring ${file.name} …`);
  try {
    const scores = await api.scores(file);
    show(scores, file.name);
  } catch (error) {
    const problems = error instanceof ServerError ? error.problems : [];
    const places = problems
      .slice(0, PLACES)
      .map(({ pointer, message }) => `${placeOf(pointer)}${message}`);
    if (problems.length > PLACES) places.push('and more');
    say(
      places.length > 0
        ? places.join(' · ')
        : error instanceof Error
          ? error.message
          : String(error),
      true,
    );
  }
}

/** `/3/age` is a row counted from 0. */
function placeOf(pointer: string): string {
  const [row, field] = stepsOf(pointer);
  return row === undefined ? '' : `row ${Number(row) + 1}, ${field ?? ''}: `;
}

function hideScores(): void {
  byId('scores').hidden = true;
  byId('download').hidden = true;
}

function show({ columns, data }: Scores, name: string): void {
  const own = columns.indexOf('unseen_levels') + 1;
  const names = [columns.includes('row') ? 'row number' : 'row', ...columns];
  const heads = names.map((column, at) =>
    element('th', { scope: 'col', textContent: column, className: at <= own ? 'own' : '' }),
  );
  const rows = data.slice(0, SHOWN).map((cells, row) =>
    element(
      'tr',
      {},
      ...[row + 1, ...cells].map((cell, at) =>
        element('td', {
          textContent: cell === null ? '' : String(cell),
          className: at <= own ? 'own' : '',
        }),
      ),
    ),
  );
  byId('scores').replaceChildren(
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...heads)),
      element('tbody', {}, ...rows),
    ),
  );
  byId('scores').hidden = false;
  const more = data.length > SHOWN ? `; the first ${SHOWN} are shown` : '';
  say(`${data.length.toLocaleString('en')} rows of ${name} scored${more}.`);
  offer([names, ...data.map((cells, row) => [row + 1, ...cells])], name);
}

function offer(rows: readonly (readonly Cell[])[], name: string): void {
  const link = byId('download') as HTMLAnchorElement;
  if (link.href.startsWith('blob:')) URL.revokeObjectURL(link.href);
  const text = rows.map((cells) => `${cells.map(csvCell).join(',')}\n`).join('');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  link.download = name.replace(/(\.csv)?$/iu, '-scores.csv');
  link.hidden = false;
}

function csvCell(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function say(text: string, bad = false): void {
  const status = byId('file-status');
  status.textContent = text;
  status.classList.toggle('problem', bad);
}

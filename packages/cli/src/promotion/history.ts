import type { HistoryLine, ModelHistory } from '@xgflow/trainer';
import { moment } from '../listing/moment.ts';
import type { Links } from '../output/links.ts';
import type { Output } from '../output/output.ts';

/** A model's promotions for a program. */
export function historyAnswer(history: ModelHistory, links: Links): unknown {
  const { challenger, champion, damaged, entries, name, previous } = history;
  return {
    name,
    champion: champion ?? null,
    challenger: challenger ?? null,
    previous: previous ?? null,
    entries,
    damaged,
    url: links.registeredModel(name),
  };
}

/** A model's promotions for a person, latest last. */
export function renderHistory(
  history: ModelHistory,
  { links, output }: { readonly links: Links; readonly output: Output },
): string {
  const { champion, entries, name } = history;
  const now = `Champion of ${name}: ${champion === undefined ? 'none' : `version ${champion}`}.`;
  if (entries.length === 0) {
    return [
      `${name} has no history yet: xgflow register and xgflow promote write it.`,
      now,
      links.registeredModel(name),
    ].join('\n');
  }
  const table = output.table({
    columns: [
      { title: 'when' },
      { title: 'what' },
      { title: 'from', align: 'right' },
      { title: 'to', align: 'right' },
      { title: 'by', shrinks: true },
      { title: 'why', shrinks: true },
    ],
    rows: entries.map((entry) => [
      moment(Date.parse(entry.at)),
      what(entry),
      entry.from ?? '–',
      entry.to,
      entry.by,
      entry.why,
    ]),
  });
  return [table, '', now, links.registeredModel(name)].join('\n');
}

/** What somebody should look at. */
export function historyWarnings({ champion, damaged, entries }: ModelHistory): string[] {
  const last = entries.findLast(({ action }) => action !== 'refuse');
  const odd =
    last?.state === 'not_in_effect'
      ? [
          `the last entry makes version ${last.to} the champion, but it is ${champion === undefined ? 'none' : `version ${champion}`} · the command was interrupted (run it again), or the alias was moved by other means`,
        ]
      : [];
  const broken =
    damaged.length > 0
      ? [`${damaged.length} entries cannot be read · tags ${damaged.join(', ')}`]
      : [];
  return [...odd, ...broken];
}

function what({ action, forced, state }: HistoryLine): string {
  const done = { promote: 'promoted', refuse: 'refused', rollback: 'rolled back' }[action];
  const how = forced ? `${done}, forced` : done;
  return state === 'not_in_effect' ? `${how} (not in effect)` : how;
}

import type { DataStory } from '../briefing.ts';
import type { RunFiles } from './run-files.ts';

/** Reads what a sweep learned from. @param files of the sweep's run */
export async function readData(files: RunFiles): Promise<DataStory> {
  const [columns = [], facts = []] = await files.tables('columns', 'data');
  return {
    columns: columns.map((row) => ({
      column: row.text('column'),
      kind: row.text('kind') === 'numeric' ? 'numeric' : 'categorical',
      missing: row.number('missing'),
      levels: row.maybe('levels'),
      alone: row.number('alone'),
      leak: row.text('leak'),
    })),
    facts: new Map(facts.map((row) => [row.text('fact'), row.number('value')])),
  };
}

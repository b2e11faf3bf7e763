import type { Bin } from '../compare/bins.ts';
import { escapeHtml, percentText } from './text.ts';

/** More bars than that cannot be told apart in a table's cell. */
const mostBars = 16;

interface Bar {
  readonly label: string;
  readonly reference: number;
  readonly current: number;
}

/** Shares of the bins side by side, the reference's in grey, as an inline picture. */
export function histogram(bins: readonly Bin[]): string {
  const bars = toBars(bins);
  const most = Math.max(...bars.flatMap(({ reference, current }) => [reference, current]), 1e-9);
  const [height, wide, gap] = [40, 7, 4];
  const step = 2 * wide + gap;
  const rect = (x: number, share: number, kind: string): string => {
    const size = share === 0 ? 0 : Math.max(1, (share / most) * height);
    return `<rect class="${kind}" x="${x}" y="${(height - size).toFixed(1)}" width="${wide}" height="${size.toFixed(1)}"/>`;
  };
  const drawn = bars.map(({ label, reference, current }, index) => {
    const title = `${label}: reference ${percentText(reference)}, now ${percentText(current)}`;
    return `<g><title>${escapeHtml(title)}</title><rect class="hit" x="${index * step}" y="0" width="${step}" height="${height}"/>${rect(index * step, reference, 'then')}${rect(index * step + wide, current, 'now')}</g>`;
  });
  const width = bars.length * step;
  return `<svg class="hist" viewBox="0 0 ${width} ${height + 1}" width="${width}" height="${height + 1}" role="img" aria-label="shares by bin">${drawn.join('')}<line x1="0" x2="${width}" y1="${height + 0.5}" y2="${height + 0.5}"/></svg>`;
}

function toBars(bins: readonly Bin[]): Bar[] {
  const rows = (side: 'reference' | 'current'): number =>
    Math.max(
      1,
      bins.reduce((sum, bin) => sum + bin[side], 0),
    );
  const all = bins.map((bin) => ({
    label: bin.label,
    reference: bin.reference / rows('reference'),
    current: bin.current / rows('current'),
  }));
  if (all.length <= mostBars) return all;
  const order = all.toSorted(
    (a, b) => Math.max(b.reference, b.current) - Math.max(a.reference, a.current),
  );
  const shown = new Set(order.slice(0, mostBars - 1));
  const rest = all.filter((bar) => !shown.has(bar));
  const sum = (side: 'reference' | 'current'): number =>
    rest.reduce((total, bar) => total + bar[side], 0);
  return [
    ...all.filter((bar) => shown.has(bar)),
    { label: `${rest.length} more`, reference: sum('reference'), current: sum('current') },
  ];
}

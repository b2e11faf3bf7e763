/** A moment for people, in local time: `2026-11-23 20:13`. Unix time in milliseconds; not finite: `–`. */
export function moment(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return '–';
  const at = new Date(milliseconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

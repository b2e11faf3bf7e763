import { UsageError } from '../errors/usage-error.ts';

const milliseconds = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** The option --cool-down as milliseconds: `7d`, `12h`, `30m`, or `0` for none. @throws UsageError */
export function coolDown(value: unknown): number {
  const text = String(value).trim();
  const [, count = '', unit = ''] = /^(\d{1,5})([mhd])$/u.exec(text) ?? [];
  if (text === '0') return 0;
  if (count !== '') return Number(count) * milliseconds[unit as keyof typeof milliseconds];
  throw new UsageError(
    `--cool-down ${JSON.stringify(text)} is not a time · command line · give one such as 7d, 12h or 30m, or 0 for none`,
  );
}

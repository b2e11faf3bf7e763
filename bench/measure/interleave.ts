import type { Sample } from './sample.ts';

/** Something that can be measured again and again. */
export interface Contender {
  readonly name: string;
  readonly side: 'ours' | 'peer' | 'reference';
  /** How a reader runs it by hand, from the repository. */
  readonly command?: string;
  measure(): Promise<Sample>;
}

/** A contender and what was measured of it. */
export type Entry = Omit<Contender, 'measure'> & { readonly samples: readonly Sample[] };

/**
 * Measures the contenders in turn, `pairs` times, every second time in the opposite order: what the
 * machine does beside this then falls on all of them alike.
 *
 * @param log told what runs
 */
export async function interleave(
  contenders: readonly Contender[],
  pairs: number,
  log: (line: string) => void,
): Promise<Entry[]> {
  const samples = new Map(contenders.map(({ name }) => [name, [] as Sample[]]));
  for (let pair = 0; pair < pairs; pair++) {
    const turn = pair % 2 === 0 ? contenders : contenders.toReversed();
    for (const contender of turn) {
      const sample = await contender.measure();
      samples.get(contender.name)?.push(sample);
      log(`${pair + 1}/${pairs} ${contender.name}: ${sample.wallSeconds.toFixed(2)} s`);
    }
  }
  return contenders.map(({ name, side, command }) => ({
    name,
    side,
    ...(command === undefined ? {} : { command }),
    samples: samples.get(name) ?? [],
  }));
}

import type { Sample } from '../measure/sample.ts';

/** Does a piece of work and prints what it used as one line of JSON, the start of the process left out. */
export async function reportWork(work: () => Promise<unknown>): Promise<void> {
  console.log(JSON.stringify(await timed(work)));
}

/** Wall and CPU time of a piece of work in this process, all its threads included. */
export async function timed(work: () => Promise<unknown>): Promise<Sample> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  await work();
  const wallSeconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { wallSeconds, cpuSeconds: (user + system) / 1e6 };
}

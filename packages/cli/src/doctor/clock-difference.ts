const answerMs = 5000;

/**
 * How far this machine's clock is ahead of a server's, in milliseconds, by the Date header of an answer; undefined
 * when it sends none. The header has whole seconds, so half a second is nothing.
 */
export async function clockDifference(url: string): Promise<number | undefined> {
  const sent = Date.now();
  const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(answerMs) });
  await answer.body?.cancel();
  const date = Date.parse(answer.headers.get('date') ?? '');
  return Number.isNaN(date) ? undefined : (sent + Date.now()) / 2 - (date + 500);
}

const answerMs = 2000;

async function get(uri: string, route: string): Promise<string | undefined> {
  try {
    const answer = await fetch(`${uri}${route}`, { signal: AbortSignal.timeout(answerMs) });
    return answer.ok ? (await answer.text()).trim() : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a server answers `/health` with 200 within two seconds. */
export async function isHealthy(uri: string): Promise<boolean> {
  return (await get(uri, '/health')) !== undefined;
}

/** MLflow's version from `/version`; null when it does not tell. */
export async function serverVersion(uri: string): Promise<string | null> {
  const version = await get(uri, '/version');
  return version !== undefined && /^[\w.+-]{1,40}$/u.test(version) ? version : null;
}

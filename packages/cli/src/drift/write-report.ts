/** Writes a report in the place of an older one, whole or not at all. @returns the path @throws OutputError */
export async function writeReport(path: string, html: string): Promise<string> {
  const { OutputFile } = await import('@xgflow/serving');
  const file = await OutputFile.create(path, { overwrite: true });
  try {
    await file.write(html);
    await file.commit();
  } finally {
    await file.discard();
  }
  return path;
}

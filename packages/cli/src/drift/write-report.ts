/**
 * Writes a report in the place of an older one, whole or not at all.
 *
 * @param input the file that was compared, which the report must not replace
 * @returns the path
 * @throws OutputError
 */
export async function writeReport(path: string, html: string, input: string): Promise<string> {
  const { OutputFile } = await import('@xgflow/serving');
  const file = await OutputFile.create(path, { overwrite: true, input });
  try {
    await file.write(html);
    await file.commit();
  } finally {
    await file.discard();
  }
  return path;
}

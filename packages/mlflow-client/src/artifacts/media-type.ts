/** Extensions (and names without one) that MLflow treats as text (mlflow/utils/mime_type_utils.py). */
const TEXT = new Set(
  (
    'txt log err cfg conf cnf cf ini properties prop hocon toml yaml yml xml json js py py3 csv tsv md rst ipynb ' +
    'MLmodel mlproject'
  ).split(' '),
);

/** The other types that experiments produce, as Python's `mimetypes` guesses them. */
const BY_EXTENSION: ReadonlyMap<string, string> = new Map([
  ['html', 'text/html'],
  ['htm', 'text/html'],
  ['css', 'text/css'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['svg', 'image/svg+xml'],
  ['webp', 'image/webp'],
  ['pdf', 'application/pdf'],
  ['zip', 'application/zip'],
  ['gz', 'application/octet-stream'],
]);

/** The Content-Type with which Python's client uploads a file of this name; `application/octet-stream` when unknown. */
export function mediaType(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  // As os.path.splitext: the dots that a name begins with start no extension.
  const bare = dot <= 0 || /^\.+$/.test(name.slice(0, dot));
  const extension = bare ? name : name.slice(dot + 1);
  if (TEXT.has(extension)) return 'text/plain';
  return BY_EXTENSION.get(bare ? '' : extension.toLowerCase()) ?? 'application/octet-stream';
}

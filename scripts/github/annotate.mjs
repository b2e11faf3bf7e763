// Under GitHub Actions an error becomes an annotation: shown on the run's page and beside the line in the pull request.
import process from 'node:process';
import { stripVTControlCharacters } from 'node:util';

const longest = 2000;

const escaped = (text) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const asProperty = (text) => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/**
 * The workflow command for one failure: `name` is its title, `file` (from the repository's root) and `line` are where
 * the annotation stands.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message
 */
export function annotation({ name, text, file, line }) {
  const properties = Object.entries({ file, line, title: name })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${asProperty(String(value))}`);
  const message = stripVTControlCharacters(text).trim().slice(0, longest) || name;
  return `::error ${properties.join(',')}::${escaped(message)}`;
}

/** Elsewhere than on GitHub it prints nothing. */
export function annotate(failures) {
  if (process.env.GITHUB_ACTIONS !== 'true') return;
  for (const failure of failures) console.log(annotation(failure));
}

// uv does not read pip's configuration; people's mirrors and certificates stand there. Hand them over.
import { execFileSync } from 'node:child_process';

const names = {
  'index-url': 'UV_DEFAULT_INDEX',
  'extra-index-url': 'UV_INDEX',
  'find-links': 'UV_FIND_LINKS',
  cert: 'SSL_CERT_FILE',
  'trusted-host': 'UV_INSECURE_HOST',
};

/** Environment for uv that says what `pip config` and PIP_* say; what is already set as UV_* wins. */
export function uvSettings(python) {
  const said = parsePipConfig(execFileSync(python, ['-m', 'pip', 'config', 'list']).toString());
  const env = { UV_HTTP_TIMEOUT: '180', UV_LINK_MODE: 'copy' };
  for (const [key, value] of said) {
    const name = names[key];
    if (name && process.env[name] === undefined)
      env[name] = value.split(/\s+/).join(key === 'find-links' ? ',' : ' ');
  }
  return env;
}

/** `global.index-url='https://…'` and `:env:.cert='…'` → pairs of option and value; the environment comes last and wins. */
function parsePipConfig(text) {
  const pairs = text.split('\n').flatMap((line) => {
    const match = /^(?<scope>[^=]*)\.(?<key>[\w-]+)='(?<value>.*)'$/.exec(line.trim());
    return match
      ? [[match.groups.scope, match.groups.key, match.groups.value.replaceAll('\\n', ' ').trim()]]
      : [];
  });
  const isEnvironment = ([scope]) => scope === ':env:';
  return [...pairs.filter((pair) => !isEnvironment(pair)), ...pairs.filter(isEnvironment)].map(
    ([, key, value]) => [key, value],
  );
}

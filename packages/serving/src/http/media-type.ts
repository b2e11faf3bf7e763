/** What a body is, or why MLflow's server would answer 415. */
export type MediaType = { readonly format: 'json' | 'csv' } | { readonly refused: string };

const formats: Readonly<Record<string, 'json' | 'csv'>> = {
  'application/json': 'json',
  'text/csv': 'csv',
};
const json: MediaType = { format: 'json' };

/** Reads a Content-Type as MLflow's scoring server does. */
export function mediaTypeOf(header: string | undefined): MediaType {
  if (header === 'application/json') return json;
  const [type = '', ...parameters] = (header ?? '').split(';').map((part) => part.trim());
  for (const parameter of parameters) {
    const [key = '', value = ''] = parameter.split('=');
    if (key.toLowerCase() !== 'charset') return { refused: 'unrecognized content type parameters' };
    if (value.replaceAll('"', '').toLowerCase() !== 'utf-8') {
      return { refused: 'only UTF-8 is supported' };
    }
  }
  const format = Object.hasOwn(formats, type.toLowerCase())
    ? formats[type.toLowerCase()]
    : undefined;
  return format === undefined
    ? { refused: `unsupported content type; give one of ${Object.keys(formats).join(', ')}` }
    : { format };
}

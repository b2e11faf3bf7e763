// What each dependency does for us, and why it is worth its place. `node scripts/docs/dependencies.mjs` fails without.

/** name → [its job, why not without it] */
export const reasons = {
  // What users install.
  '@duckdb/node-api': [
    'reading and writing Parquet, and queries on Parquet',
    'Every encoding and compression of the format, streamed. Loaded only when a Parquet file is named',
  ],
  '@resvg/resvg-js': [
    'SVG → PNG for the pictures',
    "MLflow's page shows PNG inline. No browser and no system fonts needed",
  ],
  '@stdlib/stats-base-dists-binomial-cdf': [
    'p-values of rare shares (drift)',
    'The incomplete beta function, to the last digits',
  ],
  '@stdlib/stats-base-dists-chisquare-cdf': [
    'p-values of χ² tests (drift)',
    'The incomplete gamma function, to the last digits',
  ],
  '@stdlib/stats-base-dists-chisquare-quantile': [
    'how large PSI gets by chance (drift)',
    'The inverse of the incomplete gamma function',
  ],
  '@stdlib/stats-base-dists-normal-cdf': [
    'p-values of metrics and calibration (drift)',
    'The tail of the normal distribution, to the last digits',
  ],
  '@stdlib/stats-base-dists-t-quantile': [
    'intervals of errors in groups of rows (report)',
    "Student's t for groups of 30 rows, to the last digits",
  ],
  axios: [
    'HTTP to MLflow',
    'Proxies, TLS, streams and size limits in one place; our retries stand on it',
  ],
  'cli-progress': ['progress bars', 'Redrawing a line on every kind of terminal'],
  'cli-table3': ['tables on the terminal', 'Widths of wide and coloured characters'],
  'csv-parse': ['reading CSV', 'Quotes, line ends and encodings, streamed; the only CSV reader'],
  'dejavu-fonts-ttf': [
    'the font of the pictures',
    'The renderer draws no text, and says nothing, on machines without fonts',
  ],
  fastify: [
    'the HTTP server of `xgflow serve`',
    'Limits, time-outs, hooks and an orderly end; Node alone has none of them',
  ],
  'fastest-levenshtein': [
    'the nearest name for “did you mean …?”',
    'One distance for columns, parameters and options',
  ],
  ini: ['reading ~/.mlflow/credentials', "The file of Python's client, with its quoting"],
  koffi: ['calling libxgboost', 'A foreign function interface with binaries: nothing is compiled'],
  pg: [
    'reading Postgres',
    'The wire protocol, its logins, TLS and ~/.pgpass. DuckDB reads Postgres only through an extension that it fetches from the internet',
  ],
  'pg-cursor': ['reading Postgres in blocks', 'A result of any size, in memory of one block'],
  picocolors: ['colours on the terminal', 'One small file without dependencies'],
  'prom-client': [
    '/metrics of `xgflow serve`',
    "Prometheus's text format, histograms, process figures",
  ],
  vega: [
    'drawing the pictures',
    'Scales, axes and legends; hand-drawn SVG would be our own library',
  ],
  'vega-lite': ['describing the pictures', 'A chart is a short JSON document'],
  yaml: [
    'sweep files, MLmodel files',
    'Lines and columns for errors; the YAML 1.1 that Python writes',
  ],
  yargs: ['command lines', 'Strict options, help, suggestions, completion'],
  zod: [
    'checking sweep files, model files and schemas',
    'One schema gives types, messages and the JSON Schema for editors',
  ],
  // What this repository needs to build and test.
  '@jest/globals': ['types of the test functions', 'Part of jest'],
  '@swc/core': ['TypeScript for jest', 'Transforms a file in milliseconds'],
  '@swc/jest': ['TypeScript for jest', 'Connects swc to jest'],
  '@types/autocannon': ['types', 'The library has none'],
  '@types/cli-progress': ['types', 'The library has none'],
  '@types/ini': ['types', 'The library has none'],
  '@types/node': ['types', "Node's own"],
  '@types/pg': ['types', 'The library has none'],
  '@types/pg-cursor': ['types', 'The library has none'],
  '@types/yargs': ['types', 'The library has none'],
  autocannon: ['load on the servers of `npm run bench`', 'Percentiles at a fixed rate, from Node'],
  'dependency-cruiser': ['arrows between packages, cycles', 'No other tool checks rules by folder'],
  eslint: ['lint', 'The runner of typed lint'],
  'fast-check': ['property tests', 'Finds the inputs that nobody thinks of'],
  jest: ['tests', 'Runs unit, live and long suites as projects'],
  msw: ['staged answers of a server', 'Faults on the wire without a server of our own'],
  node: ['Node itself, pinned', 'Scripts run on the same Node whatever the machine has'],
  'openapi-typescript': ['types of the MLflow API', '187 rows that nobody writes by hand'],
  'playwright-core': ['a browser for the UI tests', "Drives the system's Chromium; downloads none"],
  prettier: ['format', 'No discussions'],
  typescript: ['compiler', 'Types, and the build'],
  'typescript-eslint': ['typed lint', 'Finds forgotten awaits and unsafe any'],
};

/** Which package may import which, as docs/architecture.md says; no import cycles anywhere. */
const allowed = {
  'mlflow-client': [],
  'xgboost-node': [],
  data: [],
  model: ['data', 'xgboost-node'],
  trainer: ['data', 'model', 'xgboost-node', 'mlflow-client'],
  serving: ['data', 'model', 'mlflow-client'],
  cli: ['data', 'model', 'xgboost-node', 'mlflow-client', 'trainer', 'serving'],
};

const packageArrows = Object.entries(allowed).map(([name, targets]) => ({
  name: `${name}-may-import`,
  comment: `${name} may import only: ${targets.join(', ') || 'nothing of the workspace'}`,
  severity: 'error',
  from: { path: `^packages/${name}/src` },
  to: { path: '^packages/', pathNot: `^packages/(${[name, ...targets].join('|')})/` },
}));

const leafRooms = [
  'split',
  'resample',
  'metrics',
  'search',
  'threshold',
  'calibration',
  'ensemble',
].map((room) => ({
  name: `trainer-${room}-is-a-leaf`,
  comment: `trainer/src/${room} is pure and imports no other room, the errors' base apart`,
  severity: 'error',
  from: { path: `^packages/trainer/src/${room}/` },
  to: { path: '^packages/trainer/src/', pathNot: `^packages/trainer/src/(${room}|errors)/` },
}));

const owner = (library, path) => ({
  name: `one-owner-of-${library}`,
  comment: `${library} is imported only by ${path}`,
  severity: 'error',
  from: { path: '^packages/', pathNot: path },
  to: { path: `node_modules/${library}(/|$)` },
});

module.exports = {
  forbidden: [
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'only-sweep-and-cli-see-tracking',
      comment: 'what goes to MLflow, and how, is known to the sweep alone',
      severity: 'error',
      from: {
        path: '^packages/trainer/src/',
        pathNot: '^packages/trainer/src/(sweep|tracking|index)',
      },
      to: { path: '^packages/trainer/src/tracking/' },
    },
    ...packageArrows,
    ...leafRooms,
    owner('axios', '^packages/mlflow-client/src/http/transport\\.ts$'),
    owner('koffi', '^packages/xgboost-node/src/capi/'),
    owner('@duckdb/node-api', '^packages/data/src/sql/parquet/'),
    owner('pg', '^packages/data/src/sql/postgres/'),
    owner('csv-parse', '^packages/data/src/csv/'),
    owner('vega', '^packages/trainer/src/report/draw\\.ts$'),
    owner('vega-lite', '^packages/trainer/src/report/draw\\.ts$'),
    owner('@resvg/resvg-js', '^packages/trainer/src/report/draw\\.ts$'),
    owner('yargs', '^packages/cli/src/(command\\.ts$|parser/)'),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules|/dist/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  },
};

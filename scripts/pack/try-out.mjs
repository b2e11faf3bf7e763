// An empty project of a stranger: npm install, import, the command, a model trained and used.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../setup/step.mjs';

const library = path.join(
  root,
  `packages/xgboost-node/native/${process.platform}-${process.arch}/xgboost/lib/libxgboost.so`,
);

/** Answers `{ name, problem }` for each thing tried; `problem` is undefined where it went well. */
export function tryOut(node, tarballs, project) {
  mkdirSync(project);
  writeFileSync(path.join(project, 'package.json'), '{"private":true,"type":"module"}\n');
  const install = attempt('npm install', () =>
    run(node, project, node.npm, [
      'install',
      '--prefix',
      project,
      '--ignore-scripts',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      ...tarballs.map(({ file }) => file),
    ]),
  );
  if (install.problem) return [install];
  const manifest = tarballs.find(({ name }) => name === '@xgflow/cli').manifest;
  const command = path.join(project, 'node_modules', '.bin', 'xgflow');
  return [
    install,
    ...tarballs.flatMap(({ name, manifest: { exports } }) =>
      Object.keys(exports)
        .filter((entry) => !entry.endsWith('.json'))
        .map((entry) => importOf(node, project, path.posix.join(name, entry))),
    ),
    attempt('xgflow --version', () => {
      const said = run(node, project, command, ['--version']).trim();
      if (said !== manifest.version) throw new Error(`said ${said}, not ${manifest.version}`);
    }),
    attempt('xgflow doctor', () => {
      const { findings } = JSON.parse(run(node, project, command, ['doctor', '--json']));
      const bad = findings.filter(({ subject, state }) =>
        ['Node', 'libc', 'libxgboost', 'OpenMP'].includes(subject) ? state !== 'ok' : false,
      );
      if (bad.length > 0) throw new Error(JSON.stringify(bad));
    }),
    attempt('train and predict', () => {
      const script = path.join(project, 'train-and-predict.mjs');
      copyFileSync(fileURLToPath(new URL('train-and-predict.mjs', import.meta.url)), script);
      run(node, project, script, []);
    }),
  ];
}

function importOf(node, project, specifier) {
  const script = path.join(project, 'import.mjs');
  return attempt(`import ${specifier}`, () => {
    writeFileSync(
      script,
      `if (Object.keys(await import('${specifier}')).length === 0) throw new Error('exports nothing');\n`,
    );
    run(node, project, script, []);
  });
}

function attempt(name, work) {
  try {
    work();
    return { name };
  } catch (error) {
    return { name, problem: String(error.stderr || error.stdout || error.message).trim() };
  }
}

function run(node, cwd, script, args) {
  return execFileSync(node.command, [script, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      MLFLOW_TRACKING_URI: '',
      XGBOOST_LIBRARY: library,
      PATH: `${path.dirname(node.command)}${path.delimiter}${process.env.PATH}`,
    },
  });
}

import { describe, expect, test } from '@jest/globals';
import { withDirectory } from './support/directory.ts';
import { xgflow } from './support/xgflow.ts';

interface Mistake {
  readonly line: string;
  readonly says: RegExp;
  readonly code?: string;
  readonly exit?: number;
  readonly env?: Readonly<Record<string, string>>;
}

const help = (command: string): string => `\`${command} --help\` shows what it takes$`;

const mistakes: readonly Mistake[] = [
  {
    line: '',
    says: /^no command given · xgflow · give one of: server, doctor, init, check, sweep, /,
  },
  { line: 'servr', says: /^unknown command "servr" · xgflow · did you mean xgflow server\?$/ },
  { line: 'frobnicate', says: /^unknown command "frobnicate" · xgflow · give one of: server, / },
  { line: '--frobnicate', says: /^unknown option --frobnicate · xgflow · / },
  { line: 'server', says: /^no command given · xgflow server · give one of: start, status, / },
  { line: 'server strt', says: /^unknown command "strt" · .* did you mean xgflow server start\?$/ },
  { line: 'server start --prot 1', says: /^unknown option --prot · .* did you mean --port\?$/ },
  { line: 'server start -p 1', says: /^unknown option -p · xgflow server start/ },
  { line: 'server start now', says: /^unexpected argument "now" · xgflow server start · / },
  { line: 'server start --port', says: /^--port needs a value · xgflow server start · / },
  {
    line: 'server start --port abc',
    says: /^--port "abc" is not a whole number · .* 1024 to 65535$/,
  },
  { line: 'server start --port 80', says: /^--port "80" is not a whole number/ },
  { line: 'server start --port 5e3', says: /^--port "5e3" is not a whole number/ },
  { line: 'server logs --lines -1', says: /^--lines "-1" is not a whole number/ },
  {
    line: 'server start --mlflow nowhere/mlflow',
    says: /^not an executable file: \S+nowhere\/mlflow · --mlflow · /,
  },
  {
    line: 'server start',
    env: { PATH: '' },
    says: /^no mlflow found · looked at .* · .*pip install mlflow/,
    code: 'unavailable',
    exit: 5,
  },
  {
    line: 'predict --model ./m --input a.csv --output b.csv --threshold 30',
    says: /^--threshold "30" is not a number from 0 to 1 · command line · give one such as 0.5$/,
  },
  { line: 'chek a.csv b.yaml', says: /^unknown command "chek" · .* did you mean xgflow check\?$/ },
  { line: 'modles', says: /^unknown command "modles" · .* did you mean xgflow models\?$/ },
  { line: 'docter', says: /^unknown command "docter" · .* did you mean xgflow doctor\?$/ },
  { line: 'init a.csv --froce', says: /^unknown option --froce · .* did you mean --force\?$/ },
  {
    line: 'check a.csv',
    says: /^the sweep file is missing · xgflow check · give a table and its sweep file/,
  },
  { line: 'runs --expermient a', says: /^unknown option --expermient .* mean --experiment\?$/ },
  { line: 'models --nmae a', says: /^unknown option --nmae · xgflow models .* mean --name\?$/ },
  { line: 'init nowhere.csv', says: /^no such file · \S+nowhere\.csv · / },
  { line: 'runs', says: /^no tracking server · /, code: 'unavailable', exit: 5 },
  {
    line: 'sweep',
    says: new RegExp(`^an argument is missing · xgflow sweep · ${help('xgflow sweep')}`),
  },
  { line: 'sweep a.yaml b.yaml', says: /^unexpected argument "b.yaml" · xgflow sweep/ },
  {
    line: 'sweep a.yaml --no-trakcing',
    says: /^unknown option --trakcing .* did you mean --tracking\?$/,
  },
  { line: 'sweep a.yaml --trials 0', says: /^--trials "0" is not a whole number/ },
  { line: 'sweep a.yaml --variants ,', says: /^--variants names nothing/ },
  { line: 'register', says: /^missing --best · xgflow register · / },
  { line: 'predict --model m', says: /^missing --input, --output · xgflow predict · / },
  { line: 'predict --model --input a', says: /^--model needs a value · xgflow predict/ },
  {
    line: 'drift --model ./m --current a.csv --psi-warning 2 --psi-drift 1',
    says: /^--psi-warning 2 is above --psi-drift 1 · command line · /,
  },
  {
    line: 'drift --model ./m --current a.csv --cool-down soon',
    says: /^--cool-down "soon" is not a time · command line · give one such as 7d/,
  },
  { line: 'drift --model ./m --current a.csv --metric f1', says: /^--metric needs labels · / },
  {
    line: 'predict --model ./m --input a.csv --output b.csv',
    says: /^no model: \.\/m · --model · give models:/,
  },
  {
    line: 'predict --model models:/m/1 --input a.csv --output b.csv',
    says: /^no tracking server · \S+ and above · run `xgflow server start`/,
    code: 'unavailable',
    exit: 5,
  },
  {
    line: 'predict --model models:/m/1 --input a.csv --output b.csv --tracking-uri ftp://h',
    says: /^not an http\(s\) address: "ftp:\/\/h" · --tracking-uri · /,
  },
  {
    line: 'predict --model models:/m/1 --input a.csv --output b.csv --tracking-uri http://u:secret@h',
    says: /^a password on the command line can be seen by others · --tracking-uri · (?!.*secret)/,
  },
  {
    line: 'predict --model models:/m/1 --input a.csv --output b.csv',
    env: { MLFLOW_TRACKING_URI: './mlruns' },
    says: /^not an http\(s\) address: ".\/mlruns" · MLFLOW_TRACKING_URI · /,
  },
  {
    line: 'predict --model models:/m/1 --input a.csv --output b.csv',
    env: { MLFLOW_TRACKING_URI: 'postgresql://u:secret@db/mlflow?sslpassword=secret' },
    says: /^not an http\(s\) address: "postgresql:\/\/\*\*\*@db\/mlflow" · (?!.*secret)/,
  },
];

describe('a mistake is one line on stderr, an exit code, and JSON on stdout with --json', () => {
  test.each(mistakes)(
    'xgflow $line',
    async ({ line, says, code = 'usage', exit = 2, env = {} }) => {
      await withDirectory(async (cwd) => {
        const words = line === '' ? [] : line.split(' ');
        const [plain, json] = await Promise.all([
          xgflow(words, { cwd, env }),
          xgflow([...words, '--json'], { cwd, env }),
        ]);
        const lines = plain.stderr.trimEnd().split('\n');
        expect(lines.at(-1)!.replace(/^✗ /u, '')).toMatch(says);
        expect(plain).toMatchObject({ code: exit, stdout: '' });
        const answer: unknown = JSON.parse(json.stdout);
        expect(answer).toEqual({
          error: { code, message: expect.stringMatching(says), hint: null },
        });
        expect(json).toMatchObject({ code: exit, stderr: '' });
      });
    },
  );
});

// docs/cli.md, rendered from the commands. `--check` fails when it has drifted.
import { commands, exitCodeMeanings, exitCodes } from '../../packages/cli/dist/index.js';
import { globalOptions } from '../../packages/cli/dist/options/global-options.js';
import { generate, table } from './generated-file.mjs';

/** Every command that runs, with the words that call it; of a group its subcommands. */
async function leaves(entries, parent) {
  const found = await Promise.all(
    entries.map(async (entry) => {
      const { command } = await entry.load();
      const line = `${parent} ${entry.usage}`;
      return 'subcommands' in command
        ? leaves(command.subcommands, line)
        : [{ line, describe: entry.describe, command }];
    }),
  );
  return found.flat();
}

function flag(name, { type, alias, default: value }) {
  const negated = type === 'boolean' && value === true;
  const short = alias === undefined ? '' : `, -${alias}`;
  return `\`--${negated ? 'no-' : ''}${name}${short}${type === 'boolean' ? '' : ' …'}\``;
}

function meaning({ describe, default: value, demandOption, choices, type }) {
  const stated = /default:/iu.test(describe) || type === 'boolean' || value === undefined;
  return [
    describe.endsWith('.') ? describe : `${describe}.`,
    ...(choices ? [`One of: ${choices.join(', ')}.`] : []),
    ...(demandOption ? ['**Required.**'] : []),
    ...(stated ? [] : [`Default: \`${String(value)}\`.`]),
  ].join(' ');
}

/** `<model>` in a description is no HTML. */
const plain = (text) => text.replaceAll('<', '&lt;');

function optionTable(options) {
  const shown = Object.entries(options).filter(([, { hidden }]) => !hidden);
  if (shown.length === 0) return '';
  return table(
    ['option', 'meaning'],
    shown.map(([name, option]) => [flag(name, option), plain(meaning(option))]),
  );
}

function section({ line, describe, command }) {
  const words = line.split(' ').filter((word) => !/^[[<]/u.test(word));
  const positionals = Object.entries(command.positionals).map(
    ([name, positional]) => `- \`${name}\`: ${plain(meaning(positional))}`,
  );
  const examples = command.examples.map(
    ([example, what]) => `${example.replace('$0', 'xgflow')}  # ${what}`,
  );
  return [
    `## ${words.join(' ')}`,
    `${describe}.`,
    `\`\`\`\n${line}\n\`\`\``,
    positionals.join('\n'),
    optionTable(command.options),
    examples.length > 0 ? `\`\`\`sh\n${examples.join('\n')}\n\`\`\`` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const sections = await leaves(commands, 'xgflow');
const text = [
  '# Command line reference',
  '<!-- Rendered by scripts/docs/cli-reference.mjs from packages/cli/src/commands. Change it there. -->',
  'In the repository a command is `npx xgflow …`. `xgflow <command> --help` shows the same as this page.',
  sections
    .map(({ line, describe }) => {
      const name = line.split(' ').filter((word) => !/^[[<]/u.test(word));
      return `- [\`${name.join(' ')}\`](#${name.join('-')}): ${describe}`;
    })
    .join('\n'),
  '## Options of every command',
  table(
    ['option', 'meaning'],
    [
      ...Object.entries(globalOptions).map(([name, option]) => [
        flag(name, option),
        meaning(option),
      ]),
      ['`--help`', 'Options and examples of the command.'],
      ['`--version`', 'The version of xgflow.'],
    ],
  ),
  ...sections.map(section),
  '## Completion',
  '`xgflow completion` prints a script that completes commands and options in bash and zsh:',
  '```sh\nxgflow completion >> ~/.bashrc\n```',
  '## Exit codes',
  table(
    ['exit code', '`code` in `--json` errors', 'meaning'],
    Object.entries(exitCodes).map(([name, code]) => [
      code,
      name === 'ok' ? '' : `\`${name}\``,
      exitCodeMeanings[name],
    ]),
  ),
].join('\n\n');
await generate('docs/cli.md', () => text);

// What a command is: what it takes, and how that is read from the arguments and told in its help.
import { parseArgs } from 'node:util';
import { misuse } from './failure.ts';
import { didYouMean } from './nearest.ts';
import type { Terminal } from './terminal.ts';

export interface Option {
  readonly name: string;
  readonly short?: string;
  /** What its value is called in the help; a switch has none. */
  readonly value?: string;
  readonly help: string;
  readonly required?: true;
  /** In words, where leaving the option out means something. */
  readonly fallback?: string;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly details: string;
  /** The one argument without a flag, where there is one. */
  readonly subject?: { readonly name: string; readonly help: string };
  readonly options: readonly Option[];
  readonly example: string;
  run(given: Given, terminal: Terminal, url: string): Promise<void>;
}

export interface Given {
  readonly subject: string;
  text(name: string): string | undefined;
  on(name: string): boolean;
}

/** Options of every command. */
export const COMMON: readonly Option[] = [
  {
    name: 'url',
    value: 'URL',
    help: 'the cluster: an RPC URL, or localnet, devnet, testnet, mainnet-beta',
    fallback: "json_rpc_url of Solana's CLI, or localnet",
  },
  { name: 'json', help: 'print one JSON object; every amount is a string of atoms' },
  { name: 'help', short: 'h', help: 'explain the command' },
];

export function parse(command: Command, args: readonly string[]): Given {
  const options = [...command.options, ...COMMON];
  const help = `"percosec ${command.name} --help" lists what it takes.`;
  const { tokens, values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(
      options.map(({ name, value, short }) => [
        name,
        { type: value === undefined ? ('boolean' as const) : ('string' as const), ...(short && { short }) },
      ]),
    ),
  });

  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = options.find(({ name }) => name === token.name);
    if (option === undefined) {
      const flags = options.map(({ name }) => `--${name}`);
      throw misuse(`percosec ${command.name} has no option ${token.rawName}.${didYouMean(token.rawName, flags)}`, help);
    }
    if (seen.has(token.name)) throw misuse(`${token.rawName} is given twice.`, 'Give it once.');
    seen.add(token.name);
    if (option.value === undefined && token.value !== undefined) {
      throw misuse(`${token.rawName} is a switch and takes no value.`, `Write ${token.rawName} alone.`);
    }
    if (option.value !== undefined && (token.value === undefined || token.value === '')) {
      throw misuse(`${token.rawName} needs a value.`, `Write ${token.rawName} ${option.value}.`);
    }
  }

  const text = (name: string) => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const on = (name: string) => values[name] === true;
  if (on('help')) return { subject: '', text, on };

  const [subject = '', ...surplus] = positionals;
  if (command.subject === undefined ? positionals.length > 0 : surplus.length > 0) {
    const what = command.subject === undefined ? subject : surplus[0];
    throw misuse(`percosec ${command.name} does not know what to do with "${what}".`, help);
  }
  if (command.subject !== undefined && subject === '') {
    throw misuse(`percosec ${command.name} needs ${command.subject.name}: ${command.subject.help}.`, help);
  }
  const missing = options.filter(({ name, required }) => required && !seen.has(name));
  if (missing.length > 0) {
    throw misuse(`${missing.map(({ name }) => `--${name}`).join(', ')} missing.`, help);
  }
  return { subject, text, on };
}

const lines = (options: readonly Option[]) => {
  const flags = options.map(({ name, value }) => `--${name}${value === undefined ? '' : ` ${value}`}`);
  const width = Math.max(...flags.map((flag) => flag.length));
  return options.map(({ help, required, fallback }, place) => {
    const note = required ? ' (required)' : fallback === undefined ? '' : ` (${fallback})`;
    return `  ${(flags[place] ?? '').padEnd(width)}  ${help}${note}`;
  });
};

export function helpOf({ name, summary, details, subject, options, example }: Command): string {
  return [
    `percosec ${name}: ${summary}`,
    '',
    `usage: percosec ${name}${subject === undefined ? '' : ` ${subject.name}`} [options]`,
    ...(subject === undefined ? [] : [`  ${subject.name}  ${subject.help}`]),
    '',
    details,
    '',
    'options:',
    ...lines([...options, ...COMMON]),
    '',
    'example:',
    `  ${example}`,
  ].join('\n');
}

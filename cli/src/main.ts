// percosec: what a market's authority and anyone who looks at it need from a terminal.
import { type Command, helpOf, parse } from './command.ts';
import { createMarket } from './commands/create-market.ts';
import { inspect } from './commands/inspect.ts';
import { programs } from './commands/programs.ts';
import { EXIT, type ExitCode, exitOf, Failure, misuse } from './failure.ts';
import { didYouMean } from './nearest.ts';
import type { Terminal } from './terminal.ts';

const COMMANDS: readonly Command[] = [createMarket, inspect, programs];

const overview = () =>
  [
    'percosec: insurance for perpetual markets on Solana',
    '',
    'usage: percosec <command> [options]',
    '',
    ...COMMANDS.map(({ name, summary }) => `  ${name.padEnd(14)}${summary}`),
    '',
    '"percosec <command> --help" explains one.',
  ].join('\n');

/** Runs one command line and says how it went. */
export async function main(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args;
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      terminal.out(overview());
      return name === undefined ? EXIT.usage : EXIT.done;
    }
    const command = COMMANDS.find((candidate) => candidate.name === name);
    if (command === undefined) {
      const names = COMMANDS.map((candidate) => candidate.name);
      throw misuse(`There is no command ${name}.${didYouMean(name, names)}`, `There are: ${names.join(', ')}.`);
    }
    const given = parse(command, rest);
    if (given.on('help')) terminal.out(helpOf(command));
    else await command.run(given, terminal);
    return EXIT.done;
  } catch (error) {
    report(error, terminal, rest.includes('--json'));
    return exitOf(error);
  }
}

function report(error: unknown, terminal: Terminal, json: boolean): void {
  const message = error instanceof Error ? error.message : String(error);
  const remedy = error instanceof Failure ? error.remedy : null;
  if (json) terminal.out(JSON.stringify({ error: { message, remedy } }));
  else terminal.err(remedy === null ? message : `${message}\n${remedy}`);
}

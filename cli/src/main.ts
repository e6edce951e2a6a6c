// percosec: what a market's authority and anyone who looks at it need from a terminal.
import manifest from '../package.json' with { type: 'json' };
import { clusterUrl } from './cluster.ts';
import { type Command, helpOf, parse } from './command.ts';
import { createMarket } from './create-market/command.ts';
import { EXIT, type ExitCode, exitOf, Failure, misuse } from './failure.ts';
import { inspect } from './inspect/command.ts';
import { didYouMean } from './nearest.ts';
import { programs } from './programs/command.ts';
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
    '"percosec <command> --help" explains one, "percosec --version" says which this is.',
  ].join('\n');

/** Runs one command line and says how it went. */
export async function main(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args;
  let url: string | undefined;
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      terminal.out(overview());
      return name === undefined ? EXIT.usage : EXIT.done;
    }
    if (name === '--version') {
      terminal.out(manifest.version);
      return EXIT.done;
    }
    const command = COMMANDS.find((candidate) => candidate.name === name);
    if (command === undefined) {
      const names = COMMANDS.map((candidate) => candidate.name);
      throw misuse(`There is no command ${name}.${didYouMean(name, names)}`, `There are: ${names.join(', ')}.`);
    }
    const given = parse(command, rest);
    if (given.on('help')) {
      terminal.out(helpOf(command));
      return EXIT.done;
    }
    url = clusterUrl(terminal, given.text('url'));
    await command.run(given, terminal, url);
    return EXIT.done;
  } catch (error) {
    const exit = exitOf(error);
    report(error, terminal, { json: rest.includes('--json'), where: exit === EXIT.unreachable ? `${url}: ` : '' });
    return exit;
  }
}

function report(error: unknown, terminal: Terminal, { json, where }: { json: boolean; where: string }): void {
  const message = where + (error instanceof Error ? error.message : String(error));
  const remedy = error instanceof Failure ? error.remedy : null;
  if (json) terminal.err(JSON.stringify({ error: { message, remedy } }));
  else
    terminal.err(
      remedy === null
        ? message
        : `${message}
${remedy}`,
    );
}

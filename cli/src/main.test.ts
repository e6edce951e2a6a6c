// How command lines are read, before any cluster is asked.
import { describe, expect, it } from 'vitest';
import { main } from './main.ts';

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const exit = await main(args, {
    env: { HOME: '/nowhere' },
    colors: false,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    confirm: async () => null,
    read: () => null,
  });
  return { exit, out: out.join('\n'), err: err.join('\n') };
}

describe('help', () => {
  it('lists the commands, and fails where none is given', async () => {
    expect((await run('--help')).exit).toBe(0);
    const { exit, out } = await run();
    expect(exit).toBe(2);
    for (const name of ['create-market', 'inspect', 'programs']) expect(out).toContain(name);
  });

  it.each(['create-market', 'inspect', 'programs'])('explains %s', async (name) => {
    for (const flag of ['--help', '-h']) {
      const { exit, out, err } = await run(name, flag);
      expect({ exit, err }).toEqual({ exit: 0, err: '' });
      expect(out).toContain(`usage: percosec ${name}`);
      expect(out).toContain('--url URL');
      expect(out).toContain('example:');
    }
  });

  it('shows the protocol’s defaults', async () => {
    const { out } = await run('create-market', '--help');
    for (const said of ["7 days' worth", 'default: 10000, no cap', 'default: 500', 'default: 1000', '0.005 USDC']) {
      expect(out).toContain(said);
    }
  });
});

describe('a command line that makes no sense', () => {
  it.each([
    ['an unknown command', ['inspekt'], 'There is no command inspekt. Did you mean inspect?'],
    ['an unknown option', ['inspect', 'x', '--jsno'], 'has no option --jsno. Did you mean --json?'],
    ['an unknown short option', ['programs', '-x'], 'has no option -x.'],
    ['an option twice', ['programs', '--url', 'devnet', '--url=testnet'], '--url is given twice'],
    ['a switch with a value', ['programs', '--json=yes'], '--json is a switch'],
    ['an option without its value', ['programs', '--url'], '--url needs a value'],
    ['an empty value', ['programs', '--url='], '--url needs a value'],
    ['no market', ['inspect'], 'needs MARKET'],
    ['one argument too many', ['inspect', 'a', 'b'], 'does not know what to do with "b"'],
    ['an argument where none belongs', ['programs', 'a'], 'does not know what to do with "a"'],
    ['what is missing', ['create-market', 'a', '--min-reserve-bps', '1'], '--insolvency-threshold, --epoch-duration'],
    ['no address', ['inspect', 'l0l', '--url', 'http://127.0.0.1:9'], 'MARKET l0l is no address'],
    ['no cluster', ['programs', '--url', 'devent'], '"devent" is no cluster. Did you mean devnet?'],
    ['another protocol', ['programs', '--url', 'ftp://127.0.0.1'], '"ftp://127.0.0.1" is no cluster'],
  ])('is refused by name: %s', async (_, args, message) => {
    const { exit, out, err } = await run(...args);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain(message);
    expect(err.split('\n').length).toBeGreaterThan(1);
  });

  it('is told as JSON where that is asked for', async () => {
    const { exit, err } = await run('inspect', 'l0l', '--json');
    expect(exit).toBe(2);
    expect(JSON.parse(err).error).toMatchObject({ message: 'MARKET l0l is no address.', remedy: expect.any(String) });
  });
});

it('says that nobody answers, with an exit of its own', async () => {
  const { exit, err } = await run('programs', '--url', 'http://127.0.0.1:9');
  expect(exit).toBe(3);
  expect(err).toContain('127.0.0.1:9');
});

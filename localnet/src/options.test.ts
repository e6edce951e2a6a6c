import { expect, it } from 'vitest';
import { readCommandLine, UnknownOption } from './options.ts';

it('reads every option, with a space or an equals sign', () => {
  const args = [
    '--rpc-port',
    '1000',
    '--ws-port=2000',
    '--slot-ms',
    '50',
    '--seed',
    'a b',
    '--state=x=y',
    '--empty',
    '--still',
  ];
  expect(readCommandLine([...args, '--genesis-time', '1800000000'])).toEqual({
    help: false,
    empty: true,
    still: true,
    localnet: {
      rpcPort: 1000,
      wsPort: 2000,
      slotMilliseconds: 50,
      seed: 'a b',
      stateFile: 'x=y',
      genesisTime: 1_800_000_000n,
    },
  });
  expect(readCommandLine([])).toEqual({ help: false, empty: false, still: false, localnet: {} });
  expect(readCommandLine(['--genesis-time', 'now'], () => 5_999).localnet.genesisTime).toBe(5n);
  expect(readCommandLine(['--help']).help).toBe(true);
});

it.each([
  [['--port', '1'], '"--port" is not an option: --help lists them.'],
  [['start'], '"start" is not an option'],
  [['--toString', '1'], '"--toString" is not an option'],
  [['--rpc-port'], '--rpc-port needs a value'],
  [['--rpc-port', '--empty'], '--rpc-port needs a value'],
  [['--rpc-port', '65536'], '--rpc-port takes a whole number from 0 to 65535, not "65536".'],
  [['--slot-ms', '0'], '--slot-ms takes a whole number from 1'],
  [['--slot-ms', '4e2'], 'not "4e2"'],
  [['--genesis-time', 'today'], '--genesis-time takes a whole number'],
  [['--state='], '--state needs a value'],
])('refuses %j with a sentence', (args, words) => {
  expect(() => readCommandLine(args)).toThrow(UnknownOption);
  expect(() => readCommandLine(args)).toThrow(words);
});

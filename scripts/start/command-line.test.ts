import { expect, it } from 'vitest';
import { UnknownOption } from '../../localnet/src/options.ts';
import { HELP, readCommandLine } from './command-line.ts';

it('brings up everything unless it is told otherwise', () => {
  expect(readCommandLine([])).toEqual({
    help: false,
    elsewhere: null,
    chain: { args: [], rpcPort: 8899, wsPort: undefined, stateFile: undefined },
    pagePort: undefined,
  });
});

it('hands the chain its own options, and keeps the others', () => {
  const { chain, pagePort } = readCommandLine(['--rpc-port=0', '--page-port', '0', '--still', '--state', 'a=b']);
  expect(chain).toEqual({
    args: ['--rpc-port', '0', '--still', '--state', 'a=b'],
    rpcPort: 0,
    wsPort: undefined,
    stateFile: 'a=b',
  });
  expect(pagePort).toBe(0);
});

it('leaves out the page, or the chain', () => {
  expect(readCommandLine(['--chain-only']).pagePort).toBeNull();
  expect(readCommandLine(['--rpc', 'https://a.example/key']).elsewhere).toEqual({
    rpcUrl: 'https://a.example/key',
    wsUrl: 'wss://a.example/key',
  });
  expect(readCommandLine(['--rpc', 'http://a.example', '--ws=ws://b.example:1']).elsewhere?.wsUrl).toBe(
    'ws://b.example:1',
  );
});

it.each([
  [['--ports', '1'], '"--ports" is not an option: --help lists them.'],
  [['--page-port', '65536'], '--page-port takes a whole number from 0 to 65535, not "65536".'],
  [['--page-port'], '--page-port needs a value'],
  [['--slot-ms', '0'], '--slot-ms takes a whole number'],
  [['--rpc', 'localhost:8899'], '--rpc takes an address that begins with http:// or https://, not "localhost:8899".'],
  [['--rpc', 'nonsense'], 'not "nonsense"'],
  [['--rpc', 'http://a', '--ws', 'http://a'], '--ws takes an address that begins with ws:// or wss://'],
  [['--ws', 'ws://a'], '--ws belongs to --rpc'],
  [['--rpc', 'http://a', '--state', 'b'], '--state is about a chain of your own'],
  [['--rpc', 'http://a', '--chain-only'], 'nothing would be left'],
  [['--chain-only', '--page-port', '1'], '--page-port is about the page'],
])('refuses %j with a sentence', (args, words) => {
  expect(() => readCommandLine(args)).toThrow(UnknownOption);
  expect(() => readCommandLine(args)).toThrow(words);
});

it('lists every option, and fits a terminal', () => {
  for (const flag of ['--page-port', '--chain-only', '--rpc', '--ws', '--rpc-port', '--state', '--still', '--help'])
    expect(HELP).toMatch(new RegExp(`^  ${flag}\\b`, 'm'));
  for (const line of HELP.split('\n')) expect(line.length).toBeLessThanOrEqual(130);
  expect(readCommandLine(['--help', '--nonsense']).help).toBe(true);
});

import type { Rpc } from '@percosec/sdk';
import { describe, expect, it } from 'vitest';
import { clusterUrl, holdsRealMoney } from './cluster.ts';
import type { Terminal } from './terminal.ts';

const terminalOf = (config: string | null): Terminal => ({
  env: { HOME: '/home' },
  colors: false,
  out() {},
  err() {},
  confirm: async () => null,
  read: (file) => (file === '/home/.config/solana/cli/config.yml' ? config : null),
});

describe('the cluster', () => {
  it.each([
    ['localnet', 'http://127.0.0.1:8899'],
    ['devnet', 'https://api.devnet.solana.com'],
    ['mainnet-beta', 'https://api.mainnet-beta.solana.com'],
    ['http://127.0.0.1:1234/key', 'http://127.0.0.1:1234/key'],
  ])('%s is %s', (given, url) => {
    expect(clusterUrl(terminalOf(null), given)).toBe(url);
  });

  it('is the one of Solana’s CLI where none is given, and localnet where there is none', () => {
    const config = '---\njson_rpc_url: "https://rpc.example/x"\nkeypair_path: /k.json\ncommitment: confirmed\n';
    expect(clusterUrl(terminalOf(config), undefined)).toBe('https://rpc.example/x');
    expect(clusterUrl(terminalOf("json_rpc_url: 'devnet'"), undefined)).toBe('https://api.devnet.solana.com');
    expect(clusterUrl(terminalOf('json_rpc_url:\n'), undefined)).toBe('http://127.0.0.1:8899');
    expect(clusterUrl(terminalOf(null), undefined)).toBe('http://127.0.0.1:8899');
  });
});

describe('money', () => {
  const rpcOf = (url: string, genesis: string): Rpc => ({
    url,
    wsUrl: url,
    request: async <T>(method: string) => {
      expect(method).toBe('getGenesisHash');
      return genesis as T;
    },
  });

  it.each([
    ['https://rpc.example', '5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d', true],
    ['https://rpc.example', 'EtWTRABZaYq6iMfeYKouRu166VU2xqa1wcaWoxPkrZBG', false],
    ['https://rpc.example', '4uhcVJyU9pJkvQyUS88uRDiswHXSCkY3zQawwpjk2NsNY', false],
    ['https://rpc.example', 'SomeOtherChain', true],
    ['https://localhost.example', 'SomeOtherChain', true],
    ['http://127.0.0.1:8899', 'SomeOtherChain', false],
    ['http://localhost:8899', 'SomeOtherChain', false],
    ['http://[::1]:8899', 'SomeOtherChain', false],
  ])('on %s with the genesis %s may be real: %s', async (url, genesis, real) => {
    expect(await holdsRealMoney(rpcOf(url, genesis))).toBe(real);
  });
});

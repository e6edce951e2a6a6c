// Which cluster a command talks to, and whether money there is real.
import type { Rpc } from '@percosec/sdk';
import { misuse } from './failure.ts';
import { didYouMean } from './nearest.ts';
import { solanaSetting } from './solana-config.ts';
import type { Terminal } from './terminal.ts';

const SHORTHANDS: Readonly<Record<string, string>> = {
  localnet: 'http://127.0.0.1:8899',
  devnet: 'https://api.devnet.solana.com',
  testnet: 'https://api.testnet.solana.com',
  'mainnet-beta': 'https://api.mainnet-beta.solana.com',
};

const WITHOUT_REAL_MONEY: Readonly<Record<string, string>> = {
  EtWTRABZaYq6iMfeYKouRu166VU2xqa1wcaWoxPkrZBG: 'devnet',
  '4uhcVJyU9pJkvQyUS88uRDiswHXSCkY3zQawwpjk2NsNY': 'testnet',
};

export function clusterUrl(terminal: Terminal, given: string | undefined): string {
  const wanted = given ?? solanaSetting(terminal, 'json_rpc_url') ?? 'localnet';
  const url = SHORTHANDS[wanted] ?? wanted;
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  const known = Object.keys(SHORTHANDS);
  throw misuse(
    `"${wanted}" is no cluster.${didYouMean(wanted, known)}`,
    `Give --url ${known.join(', ')} or an http(s) URL.`,
  );
}

const isThisMachine = (url: string) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);

/** A cluster that is neither this machine's nor a known test cluster is taken for one with real money. */
export async function holdsRealMoney(rpc: Rpc): Promise<boolean> {
  if (isThisMachine(rpc.url)) return false;
  return WITHOUT_REAL_MONEY[await rpc.request<string>('getGenesisHash', [])] === undefined;
}

// The insured markets of a cluster that doesn't list them by itself: each has a pool, and the pools have a program.
import {
  address,
  createRpc,
  decodeAccount,
  fetchInsurancePool,
  INSURANCE_POOL_PROGRAM,
  type InsurancePool,
  insurancePoolCodec,
} from '@percosec/sdk';
import { RPC_URL } from '../cluster.ts';
import { shortAddress } from '../short-address.ts';
import type { Market } from './market.ts';

const rpc = createRpc({ rpcUrl: RPC_URL });

/** Whether this cluster has the programs at all. */
export async function isInsuredCluster(): Promise<boolean> {
  const { value } = await rpc.request<{ value: unknown }>('getAccountInfo', [
    INSURANCE_POOL_PROGRAM,
    { encoding: 'base64', commitment: 'confirmed' },
  ]);
  return value !== null;
}

/** Fails where the RPC doesn't look through programs' accounts: many that are free don't. */
export async function findMarkets(): Promise<readonly Market[]> {
  const found = await rpc.request<readonly { pubkey: string; account: { data: readonly [string, string] } }[]>(
    'getProgramAccounts',
    [
      INSURANCE_POOL_PROGRAM,
      { encoding: 'base64', commitment: 'confirmed', filters: [{ dataSize: insurancePoolCodec.size }] },
    ],
  );
  return found.map(({ pubkey, account }) => {
    const data = Uint8Array.from(atob(account.data[0]), (letter) => letter.charCodeAt(0));
    return marketOf(
      decodeAccount(insurancePoolCodec, { address: address(pubkey), owner: INSURANCE_POOL_PROGRAM, data }),
    );
  });
}

/** null: it has no pool here. Fails with a PercosecError where it is no address. */
export async function readMarket(market: string): Promise<Market | null> {
  const { value } = await fetchInsurancePool(rpc, market);
  return value && marketOf(value);
}

const marketOf = ({ market, collateralMint, collateralDecimals, epochDuration }: InsurancePool): Market => ({
  symbol: shortAddress(market),
  market,
  decimals: collateralDecimals,
  token: collateralMint,
  tokenSymbol: shortAddress(collateralMint),
  epochSlots: Number(epochDuration),
});

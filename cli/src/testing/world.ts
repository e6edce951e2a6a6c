// A cluster for the command line's tests: the embedded chain, a market that nobody insures yet, its authority's key in a
// file that only this world has.

import { startLocalnet } from '@percosec/localnet';
import {
  type Address,
  address,
  insuredMarketCodec,
  type Mint,
  mintCodec,
  TOKEN_PROGRAM,
  type TokenAccount,
  tokenAccountCodec,
} from '@percosec/sdk';
import { Keypair } from '@solana/web3.js';
import { main } from '../main.ts';

const SOL = 1_000_000_000n;

export const keyOf = (n: number) => Keypair.fromSeed(new Uint8Array(32).fill(n));
const addressOf = (n: number): Address => address(keyOf(n).publicKey);

const MINT: Mint = { mintAuthority: null, supply: 0n, decimals: 6, isInitialized: true, freezeAuthority: null };

export type World = Awaited<ReturnType<typeof startWorld>>;

export async function startWorld() {
  // Fast, so that a confirmation is soon; far from so fast that a transaction grows old on the way.
  const { chain, rpcUrl, close } = await startLocalnet({ rpcPort: 0, slotMilliseconds: 50 });
  type Account = ReturnType<typeof chain.account>;
  /** Null takes it away. A slot later it is confirmed, which is what the commands read. */
  const set = (at: Address, account: Account) => {
    chain.setAccount(at, account);
    chain.advance();
  };
  const put = (at: Address, owner: Address, data: Uint8Array) =>
    set(at, { owner, data, lamports: chain.minimumBalance(data.length), executable: false });

  const authority = keyOf(1);
  const [mint, coverVault, perpProgram] = [addressOf(2), addressOf(3), addressOf(4)];
  chain.airdrop(address(authority.publicKey), 100n * SOL);
  put(mint, TOKEN_PROGRAM, mintCodec.encode(MINT));
  const tokens = (owner: Address, amount: bigint): TokenAccount => ({
    mint,
    owner,
    amount,
    delegate: null,
    state: 1,
    nativeReserve: null,
    delegatedAmount: 0n,
    closeAuthority: null,
  });
  put(coverVault, TOKEN_PROGRAM, tokenAccountCodec.encode(tokens(addressOf(4), 0n)));

  let markets = 100;
  const files: Record<string, string> = { '/home/.config/solana/id.json': JSON.stringify([...authority.secretKey]) };

  return {
    chain,
    rpcUrl,
    close,
    set,
    put,
    tokens,
    authority,
    mint,
    coverVault,
    perpProgram,
    files,
    newMarket(change: object = {}): Address {
      markets += 1;
      const market = addressOf(markets);
      const header = {
        version: 1,
        flags: 1,
        reserved: new Uint8Array(6),
        authority: address(authority.publicKey),
        coverVault,
        openInterest: 500_000_000_000n,
        liquidity: 1_000_000_000_000n,
        avgLeverageBps: 52_500n,
        fundingRatePpm: -100n,
        marginAbsorbed: 0n,
        cumulativeDeficit: 0n,
        updatedSlot: chain.slot,
      };
      put(market, perpProgram, insuredMarketCodec.encode({ ...header, ...change }));
      return market;
    },
    /** Runs a command line on this cluster as a person at a terminal would; `answer` is what that person says when asked. */
    async percosec(
      args: readonly string[],
      { answer = null, env = {} }: { answer?: boolean | null; env?: object } = {},
    ) {
      const out: string[] = [];
      const err: string[] = [];
      const asked: string[] = [];
      const exit = await main(args, {
        env: { HOME: '/home', ...env },
        colors: false,
        out: (line) => out.push(line),
        err: (line) => err.push(line),
        async confirm(question) {
          asked.push(question);
          return answer;
        },
        read: (file) => files[file] ?? null,
      });
      return { exit, out: out.join('\n'), err: err.join('\n'), asked };
    },
  };
}

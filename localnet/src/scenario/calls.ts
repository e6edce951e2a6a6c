// What those who live on the chain can be asked for, and asked to do, over JSON-RPC. Amounts and prices are strings.
import { type Address, associatedTokenAddress } from '@percosec/sdk';
import { AccountRefused, FaucetEmpty, TransactionRefused } from '../chain/chain.ts';
import { clockJson, LAST_SLOT } from '../rpc/control.ts';
import { INVALID_REQUEST, invalidParams, RpcError } from '../rpc/errors.ts';
import { method } from '../rpc/method.ts';
import { address, flag, object, optional, type Reader, refuse, u64 } from '../rpc/readers.ts';
import type { Inhabitants } from '../server.ts';
import type { Candles } from './candles.ts';
import type { Cast, CastMarket } from './cast.ts';
import { Failure } from './failure.ts';
import { pour } from './faucet.ts';
import type { Life } from './life.ts';
import { addDeficit, header, momentOf, moveTo, payQueued, report, setPrice, startEpoch, view } from './market.ts';
import { crashed } from './mood.ts';
import type { Turns } from './turns.ts';

export interface Resident extends CastMarket {
  readonly candles: Candles;
}

const U64 = 1n << 64n;
const MOST_FUNDED = 1_000_000_000_000n;
const SOL = 1_000_000_000n;
/** Below this, whole shares of a price are lost to rounding. */
const LEAST_PRICE = 10_000n;

const between =
  (least: bigint, most: bigint): Reader<bigint> =>
  (value, at) => {
    const given = u64(value, at);
    return given >= least && given <= most ? given : refuse(value, at, `a whole number from ${least} to ${most}`);
  };

/** What can't be done is told in a sentence; a defect of the localnet's stays one. */
async function orSay<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const isTold = [Failure, AccountRefused, FaucetEmpty, TransactionRefused].some((known) => error instanceof known);
    throw isTold ? new RpcError(INVALID_REQUEST, (error as Error).message) : error;
  }
}

export function callsOf(
  cast: Cast,
  residents: readonly Resident[],
  life: Life | null,
  turns: Turns,
): NonNullable<Inhabitants['calls']> {
  const { keeper } = cast;
  const market: Reader<Resident> = (value, at) => {
    const given = address(value, at);
    const found = residents.find(({ site }) => site.market === given);
    if (found === undefined) throw invalidParams(`Invalid params: ${at}: percosec_scenario has no market ${given}`);
    return found;
  };
  const take = <T>(work: () => T | Promise<T>): Promise<T> => orSay(turns.take(work));
  const texts = (prices: readonly bigint[]) => prices.map(String);

  return {
    reading: {
      ...method('percosec_life', [], () => life?.switches ?? null),

      ...method(
        'percosec_candles',
        [
          ['market', market],
          ['seconds', between(1n, 86_400n)],
          ['limit', between(1n, 5_000n)],
        ],
        async (_, { candles }, seconds, limit) =>
          (await candles.of(Number(seconds), Number(limit))).map(([time, ...prices]) => [time, ...texts(prices)]),
      ),
    },

    driving: {
      ...method(
        'percosec_setLife',
        [['switches', object({ market: optional(flag), keeper: optional(flag) })]],
        (_, { market, keeper }) =>
          // In turn: once this is answered, what was switched off is not still at something.
          take(() => {
            if (life === null) throw new RpcError(INVALID_REQUEST, 'Nothing moves by itself on this chain');
            return life.set({ market: market ?? life.switches.market, keeper: keeper ?? life.switches.keeper });
          }),
      ),

      ...method(
        'percosec_crash',
        [
          ['market', market],
          ['bps', between(1n, 9_900n)],
        ],
        ({ chain }, { site, plan }, bps) =>
          take(() => {
            const before = momentOf(chain, site);
            const after = crashed(before, bps, plan.maxLeverageBps);
            if (after.price < LEAST_PRICE)
              throw invalidParams(`Invalid params: percosec_crash: from ${before.price} the price can't fall so far`);
            moveTo(chain, site, after);
            return { price: String(after.price) };
          }),
      ),

      ...method(
        'percosec_lose',
        [
          ['market', market],
          ['loss', object({ deficit: between(1n, U64 - 1n), absorbed: u64 })],
        ],
        ({ chain }, { site }, { deficit, absorbed }) =>
          take(async () => {
            const { cumulativeDeficit } = header(chain, site);
            if (absorbed > deficit)
              throw invalidParams('Invalid params: percosec_lose: no more than the deficit can be absorbed');
            if (cumulativeDeficit + deficit >= U64)
              throw invalidParams('Invalid params: percosec_lose: all deficits together must stay below 2^64');
            addDeficit(chain, site, deficit, absorbed);
            return { openDeficit: String((await view(chain, site)).openDeficit) };
          }),
      ),

      ...method('percosec_report', [['market', market]], ({ chain }, { site }) =>
        take(async () => ({ signature: (await report(chain, site, keeper))[0] ?? null })),
      ),

      ...method('percosec_settle', [['market', market]], ({ chain }, { site }) =>
        take(async () => {
          // Published anew: a score takes no price that is a minute old.
          setPrice(chain, site, momentOf(chain, site).price);
          const begun = await startEpoch(chain, site, keeper);
          return { signatures: [...begun, ...(await payQueued(chain, site, keeper))] };
        }),
      ),

      ...method(
        'percosec_warpEpochs',
        [
          ['market', market],
          ['count', between(1n, LAST_SLOT)],
        ],
        async (node, { plan }, count) => {
          const { chain } = node;
          const target = (chain.slot / plan.epochSlots + count) * plan.epochSlots;
          if (target > LAST_SLOT)
            throw invalidParams(`Invalid params: percosec_warpEpochs: the chain can't go to slot ${target}`);
          chain.advanceTo(target);
          await node.caughtUp();
          return clockJson(node);
        },
      ),

      ...method(
        'percosec_fund',
        [
          ['owner', address],
          ['atoms', between(1n, MOST_FUNDED)],
        ],
        ({ chain }, owner, atoms) =>
          take(async () => {
            const tokenAccount = await associatedTokenAddress(owner, cast.mint.address);
            // First: what takes no SOL, such as a sysvar, shall not have been given dollars.
            if ((chain.getAccount(owner)?.lamports ?? 0n) < SOL && chain.airdrop(owner, 10n * SOL).err !== null)
              throw new Failure(`${owner} can't be given SOL`);
            await pour(chain, cast, { address: owner as Address, tokenAccount }, atoms);
            return { tokenAccount };
          }),
      ),
    },
  };
}

// What keeps a market's insurance going: anyone may do it, and for some of it a keeper's fee is paid.
import { insolvencyRecordCodec, marketClaimsCodec } from '../../accounts/generated.ts';
import { mintCodec } from '../../accounts/token.ts';
import { type Address, type AddressLike, address } from '../../address.ts';
import { insolvencyRecordAddress, marketClaimsAddress, shareMintAddress } from '../../addresses.ts';
import { reportDeficitInstruction } from '../../instructions/insolvency-handler.ts';
import { payQueuedInstruction, reopenInstruction } from '../../instructions/insurance-pool.ts';
import { settleEpochInstruction } from '../../instructions/premium-manager.ts';
import { setPremiumRateInstruction, updateScoreInstruction } from '../../instructions/risk-engine.ts';
import { poolView } from '../../views/pool.ts';
import type { Plan, Refused, Step } from '../plan.ts';
import { decoded, intentOf, type MarketAndPool, type Reader, readKeeper, readPool } from './read.ts';

export interface KeepingArguments {
  readonly market: AddressLike;
  /** Who signs, pays, and is paid where there is a keeper's fee. */
  readonly owner: AddressLike;
}

/** A plan that begins by reading the pool. */
function keepingPlan(
  client: Reader,
  action: string,
  { market, owner }: KeepingArguments,
  step: (read: MarketAndPool, market: Address, owner: Address) => Promise<Step>,
  more: { readonly of?: readonly (string | bigint)[]; readonly instead?: Plan['instead'] } = {},
): Plan {
  const [marketAddress, ownerAddress] = [address(market), address(owner)];
  return {
    intent: intentOf(action, marketAddress, ownerAddress, ...(more.of ?? [])),
    owner: ownerAddress,
    async build(): Promise<Step | Refused> {
      const read = await readPool(client, marketAddress);
      return 'refusal' in read ? read : step(read, marketAddress, ownerAddress);
    },
    ...(more.instead && { instead: more.instead }),
  };
}

export interface ReportDeficitArguments extends KeepingArguments {
  /** The least that the report is about; all that is open is processed anyway. */
  readonly amount?: bigint;
}

/** Has a market's open deficit dealt with: paid out of its pool, where it is a claim. */
export const reportDeficitPlan = (client: Reader, args: ReportDeficitArguments): Plan => {
  const amount = args.amount ?? 0n;
  return keepingPlan(
    client,
    'report_deficit',
    args,
    async ({ poolAddress, pool, market: header }, market, owner) => {
      const [[claimsAccount], keeper] = await Promise.all([
        client.readAccounts([marketClaimsAddress(market)]),
        readKeeper(client, owner, pool.collateralMint),
      ]);
      const claims = claimsAccount ? decoded(marketClaimsCodec, claimsAccount) : null;
      const sequence = claims?.sequence ?? 0n;
      const state = { pool, premium: null, market: header, claims, slot: claimsAccount?.slot ?? 0n };
      const record = { what: 'insolvency record', address: await insolvencyRecordAddress(market, sequence) } as const;
      return {
        instructions: [
          await reportDeficitInstruction({
            market,
            reporter: owner,
            deficitAmount: amount,
            sequence,
            coverVault: header?.coverVault ?? poolAddress,
            ...keeper,
          }),
        ],
        // A deficit that is no claim leaves no record.
        creates: poolView(state).reportable ? [{ ...record, bytes: insolvencyRecordCodec.size }] : [],
      };
    },
    { of: [amount] },
  );
};

/** Settles the premium of the epochs that have passed. */
export const settleEpochPlan = (client: Reader, args: KeepingArguments): Plan =>
  keepingPlan(client, 'settle_epoch', args, async ({ pool }, market, owner) => ({
    instructions: [await settleEpochInstruction({ market, ...(await readKeeper(client, owner, pool.collateralMint)) })],
    creates: [],
  }));

/** Pays what is queued of claims, as far as this epoch's cap goes. */
export const payQueuedPlan = (client: Reader, args: KeepingArguments): Plan =>
  keepingPlan(client, 'pay_queued', args, async ({ market: header }, market, owner) => ({
    instructions: [await payQueuedInstruction({ market, coverVault: header?.coverVault ?? owner })],
    creates: [],
  }));

/** Starts a used-up pool anew. */
export const reopenPlan = (client: Reader, args: KeepingArguments): Plan =>
  keepingPlan(client, 'reopen', args, async ({ poolAddress, pool }, market, owner) => {
    const generation = pool.generation + 1;
    return {
      instructions: [await reopenInstruction({ market, payer: owner, generation: pool.generation })],
      creates: [
        { what: 'share mint', address: await shareMintAddress(poolAddress, generation), bytes: mintCodec.size },
      ],
    };
  });

export interface UpdateScoreArguments extends KeepingArguments {
  /** A Pyth price update of the market's feed. */
  readonly oracle: AddressLike;
}

/** Scores a market, and sets its premium by the score. */
export function updateScorePlan(client: Reader, args: UpdateScoreArguments): Plan {
  const oracle = address(args.oracle);
  const step = async (rateOnly: boolean, { pool }: MarketAndPool, market: Address, owner: Address): Promise<Step> => {
    const keeper = await readKeeper(client, owner, pool.collateralMint);
    const rate = await setPremiumRateInstruction({ market, ...keeper });
    return {
      instructions: rateOnly ? [rate] : [await updateScoreInstruction({ market, oracleData: oracle }), rate],
      creates: [],
    };
  };
  const plan = (rateOnly: boolean): Plan =>
    keepingPlan(client, 'update_score', args, (read, market, owner) => step(rateOnly, read, market, owner), {
      of: [oracle],
      // Scored already in this epoch: the rate is what is left to set.
      instead: async ({ name }, tried) => (name === 'AlreadyUpdated' && tried === 1 ? plan(true).build() : null),
    });
  return plan(false);
}

// Tells the plan to a chain, moment by moment in the order of the slots: three markets live side by side. Everything is a
// signed transaction, but for what the perp program and Pyth write.
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  activateMarketInstruction,
  cancelWithdrawInstruction,
  deactivateMarketInstruction,
  depositInstruction,
  type Instruction,
  initializeClaimsInstruction,
  initializeMarketConfigInstruction,
  initializePoolInstruction,
  initializePremiumStateInstruction,
  initializeRiskMetricsInstruction,
  insurancePoolCodec,
  marketConfigAddress,
  marketConfigCodec,
  poolAddress,
  positionAddress,
  premiumStateAddress,
  premiumStateCodec,
  providerPositionCodec,
  reopenInstruction,
  requestWithdrawInstruction,
  withdrawInstruction,
} from '@percosec/sdk';
import type { Chain } from '../chain/chain.ts';
import type { Cast, CastMarket } from './cast.ts';
import { createMintInstructions, MINT_BYTES } from './collateral.ts';
import { pour } from './faucet.ts';
import {
  type Actor,
  addDeficit,
  get,
  moveTo,
  payFees,
  payQueued,
  report,
  setHeader,
  setPrice,
  startEpoch,
} from './market.ts';
import type { Moment } from './mood.ts';
import { pastOf } from './past.ts';
import { type Deed, FEE_FUND, MARKETS, POCKET_MONEY, POCKET_SOL, type Provider, startSlot } from './plan.ts';
import { Dice } from './random.ts';
import { send } from './send.ts';

interface Event {
  readonly slot: bigint;
  happen(): unknown;
}

/** Builds the whole history; afterwards the chain stands in the scenario's first living slot. */
export async function buildScenario(chain: Chain, cast: Cast): Promise<void> {
  const { seed, genesisSlot } = chain.options;
  const start = startSlot(genesisSlot);
  await handOutMoney(chain, cast);
  const dice = new Dice(seed);
  const events = cast.markets.flatMap((market) => [...eventsOf(chain, cast, market, dice, start)]);
  events.sort((left, right) => Number(left.slot - right.slot));
  for (const [index, { slot, happen }] of events.entries()) {
    if (slot >= start) break;
    // A breath for Ctrl-C and for whoever knocks at the server meanwhile.
    if (index % 50 === 0) await nextTurn();
    if (slot > chain.slot) chain.advanceTo(slot);
    await happen();
  }
  chain.advanceTo(start);
}

async function handOutMoney(chain: Chain, cast: Cast): Promise<void> {
  const { mint, faucet, keeper, providers, markets } = cast;
  const step = () => chain.advance();
  const planned = (who: Provider) =>
    MARKETS.flatMap(({ story }) => story.flatMap(([, ...deeds]) => deeds)).reduce(
      (sum, deed) => (deed.does === 'deposit' && deed.who === who ? sum + deed.amount : sum),
      POCKET_MONEY,
    );
  const people: (readonly [Actor, bigint])[] = [
    [keeper, 0n],
    ...markets.flatMap(({ authority, treasurer }) => [[authority, 0n] as const, [treasurer, FEE_FUND] as const]),
    ...Object.entries(providers).map(([name, actor]) => [actor, planned(name as Provider)] as const),
  ];

  const payer = faucet.wallet;
  for (const { wallet } of [faucet, ...people.map(([actor]) => actor)]) chain.airdrop(wallet.address, POCKET_SOL);
  step();
  const rent = chain.minimumBalance(MINT_BYTES);
  const minting = { payer: payer.address, mint: mint.address, authority: payer.address, rent };
  send(chain, [payer, mint], createMintInstructions(minting));
  for (const [{ wallet, tokenAccount }, amount] of people) {
    step();
    await pour(chain, cast, { address: wallet.address, tokenAccount }, amount);
  }
}

function* eventsOf(chain: Chain, cast: Cast, market: CastMarket, dice: Dice, start: bigint): Generator<Event> {
  const { plan, site, treasurer } = market;
  const { epochSlots } = plan;
  const deeds = new Map(plan.story.map(([epoch, ...done]) => [epoch, done]));
  let epoch = 0;
  for (const { name, first, at, moment, fees } of pastOf(plan, dice, start)) {
    const isNew = epoch === 0;
    yield {
      slot: at,
      async happen() {
        if (isNew) await list(chain, market, moment);
        else moveTo(chain, site, moment);
        await startEpoch(chain, site, cast.keeper);
        await payQueued(chain, site, cast.keeper);
      },
    };
    yield {
      slot: first + 3n,
      async happen() {
        const { active } = get(chain, marketConfigCodec, await marketConfigAddress(site.market));
        if (active === 0) return;
        const { premiumOwed } = get(chain, premiumStateCodec, await premiumStateAddress(site.market));
        const premium = (premiumOwed * plan.paysOwedBps) / 10_000n;
        await payFees(chain, site, treasurer, { ...fees, premium });
      },
    };
    for (const [index, deed] of (deeds.get(epoch) ?? []).entries()) {
      const third = epochSlots / 3n + (BigInt(index) * epochSlots) / 40n;
      const delay = dice.between(`${name}/deed ${index}`, 0n, epochSlots / 60n);
      yield { slot: first + third + delay, happen: () => enact(chain, cast, market, deed) };
    }
    epoch++;
  }
}

/** The perp program lists the market, its authority attaches the insurance. */
async function list(chain: Chain, { plan, site, authority }: CastMarket, { price, ...rest }: Moment): Promise<void> {
  const { market, mint } = site;
  const signer = authority.wallet;
  setPrice(chain, site, price);
  setHeader(chain, site, {
    version: 1,
    flags: 1,
    reserved: new Uint8Array(6),
    authority: signer.address,
    coverVault: site.coverVault,
    marginAbsorbed: 0n,
    cumulativeDeficit: 0n,
    updatedSlot: chain.slot,
    ...rest,
  });
  const named = { market, authority: signer.address };
  const steps: Instruction[] = [
    await initializePoolInstruction({ ...named, collateralMint: mint, epochDuration: plan.epochSlots, ...plan.pool }),
    await initializeMarketConfigInstruction({
      ...named,
      oracleFeed: site.feed,
      maxLeverageBps: plan.maxLeverageBps,
      minCoverBps: plan.minCoverBps,
      maxOracleAgeSecs: 60,
    }),
    await initializeRiskMetricsInstruction(named),
    await initializePremiumStateInstruction({
      ...named,
      collateralMint: mint,
      epochDuration: plan.epochSlots,
      protocolFeeBps: plan.protocolFeeBps,
      keeperFee: plan.keeperFee,
    }),
    await initializeClaimsInstruction({ market, payer: signer.address }),
  ];
  for (const step of steps) send(chain, [signer], [step]);
}

async function enact(chain: Chain, cast: Cast, { site, authority }: CastMarket, deed: Deed): Promise<unknown> {
  const { market, mint } = site;
  const pool = await poolAddress(market);
  const { generation, cooldownEpochs } = get(chain, insurancePoolCodec, pool);
  const provider = async (who: Provider) => {
    const { wallet, tokenAccount } = cast.providers[who];
    const named = {
      market,
      depositor: wallet.address,
      depositorTokenAccount: tokenAccount,
      collateralMint: mint,
      generation,
    };
    const position = async () => get(chain, providerPositionCodec, await positionAddress(pool, wallet.address));
    return { named, position, sign: (instruction: Instruction) => send(chain, [wallet], [instruction]) };
  };
  const official = { market, authority: authority.wallet.address };
  switch (deed.does) {
    case 'activate':
      return send(chain, [authority.wallet], [await activateMarketInstruction(official)]);
    case 'deactivate':
      return send(chain, [authority.wallet], [await deactivateMarketInstruction(official)]);
    case 'reopen': {
      const { wallet } = cast.keeper;
      return send(chain, [wallet], [await reopenInstruction({ market, generation, payer: wallet.address })]);
    }
    case 'lose':
      return addDeficit(chain, site, deed.deficit, deed.absorbed);
    case 'report':
      return report(chain, site, cast.keeper);
    case 'deposit': {
      const { named, sign } = await provider(deed.who);
      return sign(await depositInstruction({ ...named, amount: deed.amount }));
    }
    case 'request': {
      const { named, sign, position } = await provider(deed.who);
      const shares = ((await position()).shares * BigInt(deed.part)) / 10_000n;
      return sign(await requestWithdrawInstruction({ ...named, shares }));
    }
    case 'cancel': {
      const { named, sign } = await provider(deed.who);
      return sign(await cancelWithdrawInstruction(named));
    }
    case 'withdraw': {
      const { named, sign, position } = await provider(deed.who);
      const { shares, requestedShares } = await position();
      const part = ((cooldownEpochs > 0 ? requestedShares : shares) * BigInt(deed.part)) / 10_000n;
      return sign(await withdrawInstruction({ ...named, shares: part }));
    }
  }
}

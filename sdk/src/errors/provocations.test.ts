// Every named error of the four programs, provoked once on the real bytecode and decoded.
import type { PublicKey } from '@solana/web3.js';
import { describe, expect, it } from 'vitest';
import {
  handlerAuthority,
  marketClaimsOf,
  premiumStateOf,
  riskMetricsOf,
} from '../../../tests/programs/support/addresses.ts';
import { PROGRAM_NAMES, type ProgramName, programs } from '../../../tests/programs/support/artifacts.ts';
import type { SendOptions } from '../../../tests/programs/support/chain.ts';
import { rewrite } from '../../../tests/programs/support/forgery.ts';
import { collectPremium, holder, lose, NO_FEE } from '../../../tests/programs/support/fortunes.ts';
import * as instructions from '../../../tests/programs/support/instructions.ts';
import { usdc } from '../../../tests/programs/support/money.ts';
import type { PriceUpdate } from '../../../tests/programs/support/oracle.ts';
import { accepted, type Outcome } from '../../../tests/programs/support/outcome.ts';
import { POOL_DEFAULTS, PREMIUM_DEFAULTS, World, type WorldOptions } from '../../../tests/programs/support/scenario.ts';
import { createMint, TOKEN_2022_PROGRAM } from '../../../tests/programs/support/token.ts';
import { decodeRefusal } from './refusal.ts';
import { REMEDIES } from './remedies.ts';

const U64_MAX = 2n ** 64n - 1n;
const COOLING: WorldOptions = { pool: { lockEpochs: 1, cooldownEpochs: 3, minReserveBps: 0 } };

type Provocation = () => Outcome | Promise<Outcome>;

/** Alice holds this much, and her lock is over. */
function unlocked(options: WorldOptions = {}, amount = usdc(100_000)) {
  const world = new World(options);
  const alice = holder(world, 'alice', amount);
  world.nextEpoch(2n);
  return { world, alice };
}

function requested() {
  const { world, alice } = unlocked(COOLING);
  accepted(world.send(instructions.requestWithdraw(world, { depositor: alice, shares: 1n })));
  return { world, alice };
}

const enter = (world: World, amount: bigint) =>
  world.send(instructions.deposit(world, { depositor: world.actor('bob', amount), amount }));
const leave = ({ world, alice }: ReturnType<typeof unlocked>, shares: bigint) =>
  world.send(instructions.withdraw(world, { depositor: alice, shares }));
const request = ({ world, alice }: ReturnType<typeof unlocked>, shares: bigint) =>
  world.send(instructions.requestWithdraw(world, { depositor: alice, shares }));
const report = (world: World, amount: bigint) =>
  world.send(instructions.reportDeficit(world, { reporter: world.chain.payer, amount }));
const collected = (world: World, amount: bigint, source = 2) =>
  world.send(instructions.collect(world, { payer: world.actor('payer', amount), amount, source }));

function usedUp(): World {
  const world = new World();
  holder(world, 'alice', usdc(100_000));
  lose(world, usdc(100_000) - 1n);
  return world;
}

/** The market's account, made unreadable. */
function spoiled(world: World): World {
  world.setMarket({ version: 2 });
  return world;
}

function scored(price: Partial<PriceUpdate> = {}): Outcome {
  const world = new World();
  world.setPrice(price);
  return world.send(instructions.updateScore(world));
}

/** Signs for a PDA: its own program never asks for what these ask. */
const signing = (pda: PublicKey): SendOptions => ({ impersonate: [pda] });
const accrue = (world: World, amount: bigint) =>
  world.send(instructions.accruePremium(world, { amount, openInterest: 0n }), signing(premiumStateOf(world.market)));

const PROVOCATIONS: Readonly<Record<ProgramName, Readonly<Record<string, Provocation>>>> = {
  insurance_pool: {
    InvalidMarket: () => enter(spoiled(new World()), usdc(10)),
    InvalidParameter: () => {
      const world = new World({ parts: [] });
      return world.send(instructions.initializePool(world, { ...POOL_DEFAULTS, minReserveBps: 5_001 }));
    },
    UnsupportedMint: () => {
      const world = new World({ parts: [] });
      const collateralMint = createMint(world.chain, { program: TOKEN_2022_PROGRAM }).address;
      return world.send(instructions.initializePool(world, POOL_DEFAULTS, { accounts: { collateralMint } }));
    },
    Unauthorized: () => {
      const world = new World();
      const authority = world.chain.fundedAddress('mallory');
      return world.send(instructions.setActive(world, { active: false }, { accounts: { authority } }));
    },
    PoolInactive: () => {
      const world = new World();
      accepted(world.send(instructions.setActive(world, { active: false })));
      return enter(world, usdc(10));
    },
    PoolExhausted: () => enter(usedUp(), usdc(10)),
    NotExhausted: () => {
      const { world } = unlocked();
      return world.send(instructions.reopen(world, { payer: world.chain.payer }));
    },
    ClaimPending: () => {
      const { world } = unlocked();
      world.addDeficit(usdc(60_000));
      return enter(world, usdc(10));
    },
    DepositTooSmall: () => enter(new World(), usdc(1) - 1n),
    SettleFirst: () => {
      const held = unlocked({ ...NO_FEE, pool: { minReserveBps: 0 } }, 1_500_000n);
      collectPremium(held.world, 1n);
      return leave(held, 500_001n);
    },
    ZeroShares: () => leave(unlocked(), 0n),
    InsufficientShares: () => leave(unlocked(), usdc(100_000) + 1n),
    InsufficientFunds: () => {
      const { world } = unlocked();
      return world.send(instructions.coverDeficit(world, { amount: usdc(100_001) }), signing(handlerAuthority));
    },
    WrongGeneration: () => {
      const held = unlocked();
      lose(held.world, usdc(100_000));
      accepted(held.world.send(instructions.reopen(held.world, { payer: held.world.chain.payer })));
      holder(held.world, 'bob', usdc(100));
      return leave(held, 1n);
    },
    LockActive: () => {
      const world = new World();
      return leave({ world, alice: holder(world, 'alice', usdc(10)) }, 1n);
    },
    CooldownActive: () => leave(requested(), 1n),
    CooldownNotUsed: () => request(unlocked(), 1n),
    NoRequest: () => leave(unlocked(COOLING), 1n),
    RequestExists: () => request(requested(), 1n),
    RequestExpired: () => {
      const held = requested();
      held.world.nextEpoch(100n);
      return leave(held, 1n);
    },
    ReserveBreached: () => leave(unlocked(), usdc(92_000) + 1n),
    NothingQueued: () => {
      const { world } = unlocked();
      return world.send(instructions.payQueued(world));
    },
    CoverVaultInvalid: () => {
      const { world } = unlocked({ pool: { claimCapBps: 1 } });
      lose(world, usdc(60_000));
      world.setMarket({ coverVault: world.authority });
      world.nextEpoch();
      return world.send(instructions.payQueued(world));
    },
    PremiumNotReceived: () => accrue(unlocked().world, 1n),
    MathOverflow: () => accrue(unlocked().world, U64_MAX),
  },
  risk_engine: {
    InvalidMarket: () => {
      const world = spoiled(new World());
      return world.send(instructions.updateScore(world));
    },
    InvalidParameter: () => {
      const world = new World({ parts: ['pool'] });
      const config = {
        oracleFeed: Array(32).fill(1),
        maxLeverageBps: 9_999n,
        minCoverBps: 1_000,
        maxOracleAgeSecs: 60,
      };
      return world.send(instructions.initializeMarketConfig(world, config));
    },
    Unauthorized: () => {
      const world = new World();
      const authority = world.chain.fundedAddress('mallory');
      return world.send(instructions.deactivateMarket(world, { accounts: { authority } }));
    },
    AlreadyUpdated: () => {
      const world = new World();
      accepted(world.send(instructions.updateScore(world)));
      // Not the same transaction twice: that, the network itself refuses.
      return world.send(instructions.updateScore(world), { payer: world.chain.fundedAddress('keeper') });
    },
    WrongFeed: () => scored({ feedId: new Uint8Array(32) }),
    OracleUnverified: () => scored({ verification: { partial: 5 } }),
    OracleStale: () => scored({ publishTime: 1n }),
    OraclePriceInvalid: () => scored({ price: 0n, confidence: 0n }),
    OracleUncertain: () => scored({ confidence: U64_MAX }),
    Undercapitalized: () => {
      const world = new World();
      return world.send(instructions.activateMarket(world));
    },
    ScoreStale: () => {
      const world = new World();
      return world.send(instructions.setPremiumRate(world));
    },
    MathOverflow: async () => {
      const world = new World();
      await rewrite(world.chain, 'RiskMetrics', riskMetricsOf(world.market), { samples: U64_MAX });
      return world.send(instructions.updateScore(world));
    },
  },
  premium_manager: {
    InvalidMarket: () => {
      const world = new World({ parts: ['pool'] });
      spoiled(world);
      return world.send(instructions.initializePremiumState(world, PREMIUM_DEFAULTS));
    },
    InvalidParameter: () => {
      const world = new World({ parts: ['pool'] });
      const premium = { ...PREMIUM_DEFAULTS, protocolFeeBps: 2_001 };
      return world.send(instructions.initializePremiumState(world, premium));
    },
    Unauthorized: () => {
      const world = new World({ parts: ['pool'] });
      const accounts = { authority: world.chain.fundedAddress('mallory') };
      return world.send(instructions.initializePremiumState(world, PREMIUM_DEFAULTS, { accounts }));
    },
    ZeroAmount: () => collected(new World(), 0n),
    UnknownSource: () => collected(new World(), 1n, 4),
    EpochNotElapsed: () => {
      const { world } = unlocked();
      accepted(world.send(instructions.settleEpoch(world)));
      return world.send(instructions.settleEpoch(world), { payer: world.chain.fundedAddress('keeper') });
    },
    MathOverflow: () => {
      const world = new World(NO_FEE);
      collectPremium(world, 1n);
      return world.send(
        instructions.collect(world, { payer: world.actor('payer', U64_MAX - 1n), amount: U64_MAX, source: 2 }),
      );
    },
  },
  insolvency_handler: {
    InvalidMarket: () => report(spoiled(new World()), 1n),
    Unauthorized: () => {
      const world = new World();
      world.addDeficit(usdc(60_000));
      const accounts = { handlerAuthority: world.chain.address('nobody') };
      return world.send(instructions.reportDeficit(world, { reporter: world.chain.payer, amount: 1n }, { accounts }));
    },
    NothingToReport: () => report(new World(), 0n),
    DeficitMismatch: () => {
      const world = new World();
      world.addDeficit(1n);
      return report(world, 2n);
    },
    MathOverflow: async () => {
      const world = new World();
      await rewrite(world.chain, 'MarketClaims', marketClaimsOf(world.market), { sequence: U64_MAX });
      world.addDeficit(usdc(60_000));
      return report(world, 0n);
    },
  },
};

describe.each(PROGRAM_NAMES)('%s', (program) => {
  const errors = programs[program].idl.errors ?? [];

  it('has errors, and a provocation and a remedy for each of them, and for nothing else', () => {
    const names = errors.map(({ name }) => name).sort();
    expect(names.length).toBeGreaterThan(0);
    expect(Object.keys(PROVOCATIONS[program]).sort()).toEqual(names);
    expect(Object.keys(REMEDIES[program] ?? {}).sort()).toEqual(names);
  });

  it.each(errors)('$code $name', async ({ code, name }) => {
    const provoke = PROVOCATIONS[program][name];
    if (provoke === undefined) throw new Error(`nobody provokes ${program}: ${name}`);
    const outcome = await provoke();
    if (outcome.ok) throw new Error(`expected ${name}, got success\n${outcome.logs.join('\n')}`);
    expect(outcome.error, outcome.logs.join('\n')).toMatchObject({ program, code });

    const err = { InstructionError: [outcome.error.index, { Custom: outcome.error.code }] };
    const refusal = decodeRefusal({ err, logs: outcome.logs });
    expect(refusal).toMatchObject({ program, code, name });
    expect(refusal.message).toMatch(/^\p{Lu}.*[.:]$/u);
    expect(refusal.remedy).toMatch(/^\p{Lu}.{10,}\.$/su);
  });
});

// One of each instruction, ready to succeed: what is refused after a mutation is refused for the mutation.
import type { PublicKey, TransactionInstruction } from '@solana/web3.js';
import { handlerAuthority, premiumStateOf, riskAuthority } from '../support/addresses.ts';
import { type ProgramName, programById } from '../support/artifacts.ts';
import { collectPremium, holder, lose } from '../support/fortunes.ts';
import * as make from '../support/instructions.ts';
import { usdc } from '../support/money.ts';
import { accepted } from '../support/outcome.ts';
import type { randomOf } from '../support/random.ts';
import { CONFIG_DEFAULTS, POOL_DEFAULTS, PREMIUM_DEFAULTS, World } from '../support/scenario.ts';
import { createTokenAccount, mintTo } from '../support/token.ts';
import { camel } from '../support/values.ts';

export type Random = ReturnType<typeof randomOf>;

export interface Target {
  readonly name: string;
  readonly program: ProgramName;
  readonly instruction: TransactionInstruction;
  /** The accounts' names, in the order of the instruction's keys. */
  readonly accounts: readonly string[];
  /** Accounts that may be another, or none: the instruction goes on without them, or takes any. */
  readonly free: ReadonlySet<string>;
  /** Accounts that may be unreadable in their own place: the protocol says what follows. */
  readonly mayBreak: ReadonlySet<string>;
  /** PDAs that sign as if their program called. */
  readonly impersonate: readonly PublicKey[];
  /** The same instruction with arguments that have to be refused. */
  readonly wild: ((random: Random) => TransactionInstruction) | null;
}

interface Traits {
  readonly free?: readonly string[];
  readonly mayBreak?: readonly string[];
  readonly impersonate?: readonly PublicKey[];
  readonly wild?: (random: Random) => TransactionInstruction;
}

const KNOWN = ['marketClaims', 'premiumState'];

function target(instruction: TransactionInstruction, { free, mayBreak, impersonate, wild }: Traits = {}): Target {
  const program = programById(instruction.programId);
  const discriminator = instruction.data.subarray(0, 8);
  const idl = program?.idl.instructions.find((known) => discriminator.equals(Uint8Array.from(known.discriminator)));
  if (program === undefined || idl === undefined) throw new Error('no IDL knows the instruction');
  return {
    name: idl.name,
    program: program.name,
    instruction,
    accounts: idl.accounts.map((account) => camel(account.name)),
    free: new Set(free),
    // Its fee is skipped where the treasury can't pay, or left to the pool. Where the pool knows an account by its
    // address, no other program could have put it there.
    mayBreak: new Set([...(mayBreak ?? []), 'treasury', ...(program.name === 'insurance_pool' ? KNOWN : [])]),
    impersonate: impersonate ?? [],
    wild: wild ?? null,
  };
}

const U64 = 2n ** 64n - 1n;
const above = (low: bigint) => (random: Random) => random.between(low + 1n, U64);

/** In an order in which all succeed, one after another. Each changes something, else a right to write would not matter. */
export function prepareTargets(): { readonly world: World; readonly targets: readonly Target[] } {
  const thriving = new World({ seed: 'fuzz' });
  const beside = { beside: thriving };
  const cooling = new World({ ...beside, pool: { cooldownEpochs: 1, windowEpochs: 10, lockEpochs: 1 } });
  const losing = new World(beside);
  const queued = new World({ ...beside, pool: { claimCapBps: 1_000 } });
  const used = new World(beside);
  const empty = new World({ ...beside, parts: [] });
  const pooled = new World({ ...beside, parts: ['pool'] });
  const configured = new World({ ...beside, parts: ['pool', 'config'] });
  const unscored = new World({ ...beside, config: { oracleFeed: CONFIG_DEFAULTS.oracleFeed.toReversed() } });

  const { chain, mint } = thriving;
  const capital = usdc(100_000);
  const alice = holder(thriving, 'alice', capital);
  const keeper = thriving.actor('keeper');
  const [bob, carol] = [holder(cooling, 'bob', capital), holder(cooling, 'carol', capital)];
  for (const world of [losing, queued, used]) holder(world, 'holder', capital);
  lose(queued, usdc(60_000));
  lose(used, usdc(1_000_000));
  thriving.nextEpoch();
  accepted(cooling.send(make.requestWithdraw(cooling, { depositor: bob, shares: capital / 2n })));
  thriving.nextEpoch(3n);
  for (const world of [thriving, losing]) collectPremium(world, usdc(1_000));
  mintTo(chain, mint, alice.tokenAccount, usdc(500));
  losing.addDeficit(usdc(60_000), usdc(1_000));
  thriving.setPrice();
  unscored.setPrice();
  accepted(thriving.send(make.updateScore(thriving)));
  accepted(cooling.send(make.activateMarket(cooling)));

  const deposit = (amount: bigint) => make.deposit(thriving, { depositor: alice, amount });
  const withdraw = (shares: bigint) => make.withdraw(thriving, { depositor: alice, shares });
  const leave = (shares: bigint) => make.withdraw(cooling, { depositor: bob, shares });
  const request = (shares: bigint) => make.requestWithdraw(cooling, { depositor: carol, shares });
  const collect = (amount: bigint, source: number) => make.collect(thriving, { payer: alice, amount, source });
  const report = (amount: bigint) => make.reportDeficit(losing, { reporter: keeper.address, amount, keeper });
  const accrue = (amount: bigint) => make.accruePremium(thriving, { amount, openInterest: 1n });
  const initializePool = (change: object) => make.initializePool(empty, { ...POOL_DEFAULTS, ...change });
  const initializeConfig = (change: object) => make.initializeMarketConfig(pooled, { ...CONFIG_DEFAULTS, ...change });
  const initializePremium = (change: object) => make.initializePremiumState(pooled, { ...PREMIUM_DEFAULTS, ...change });
  const premiumState = premiumStateOf(thriving.market);
  // Who withdraws may have it paid to any account of the collateral.
  const leaver = { free: ['systemProgram', 'depositorTokenAccount'], mayBreak: ['market'] };
  const fee = ['keeperTokenAccount'];

  const targets = [
    target(withdraw(1_000n), { ...leaver, wild: (random) => withdraw(above(capital)(random)) }),
    target(deposit(1_000n), { free: ['systemProgram'], wild: (random) => deposit(above(usdc(500))(random)) }),
    target(leave(1_000n), { ...leaver, wild: (random) => leave(above(capital / 2n)(random)) }),
    target(request(1_000n), { wild: (random) => request(above(capital)(random)) }),
    target(make.cancelWithdraw(cooling, { depositor: bob })),
    target(make.coverDeficit(thriving, { amount: 1n }), {
      impersonate: [handlerAuthority],
      mayBreak: ['coverVault'],
      wild: (random) => make.coverDeficit(thriving, { amount: above(capital)(random) }),
    }),
    target(make.payQueued(queued), { mayBreak: ['market'] }),
    target(accrue(0n), { impersonate: [premiumState], wild: (random) => accrue(above(0n)(random)) }),
    target(make.updateApy(thriving, { apyBps: 7 }), { impersonate: [premiumState] }),
    target(make.setActive(thriving, { active: false }), {
      wild: (random) => {
        const instruction = make.setActive(thriving, { active: false });
        instruction.data.writeUInt8(Number(random.between(2n, 255n)), 8);
        return instruction;
      },
    }),
    target(make.reopen(used, { payer: keeper.address }), { free: ['payer'] }),
    target(initializePool({}), {
      free: ['collateralMint'],
      mayBreak: ['market'],
      wild: (random) =>
        initializePool(
          random.pick([
            { minReserveBps: Number(random.between(5_001n, 65_535n)) },
            { epochDuration: random.pick([0n, above(78_894_000n)(random)]) },
            { lockEpochs: Number(random.between(78_894n, 2n ** 32n - 1n)) },
            { cooldownEpochs: Number(random.between(78_894n, 2n ** 32n - 1n)) },
            { windowEpochs: random.pick([0, Number(random.between(78_894n, 2n ** 32n - 1n))]) },
            { claimCapBps: random.pick([0, Number(random.between(10_001n, 65_535n))]) },
            { coverBps: Number(random.between(10_001n, 65_535n)) },
          ]),
        ),
    }),

    target(make.updateScore(unscored)),
    target(make.setPremiumRate(thriving, { keeper }), { free: fee }),
    target(make.activateMarket(thriving)),
    target(make.deactivateMarket(cooling)),
    target(initializeConfig({}), {
      wild: (random) =>
        initializeConfig(
          random.pick([
            { maxLeverageBps: random.between(0n, 9_999n) },
            { minCoverBps: Number(random.between(10_001n, 65_535n)) },
            { maxOracleAgeSecs: random.pick([0, Number(random.between(3_601n, 2n ** 32n - 1n))]) },
          ]),
        ),
    }),
    target(make.initializeRiskMetrics(configured)),

    target(make.settleEpoch(thriving, { keeper }), { free: fee, mayBreak: ['market'] }),
    target(collect(1_000n, 2), {
      wild: (random) =>
        random.pick([
          collect(above(usdc(500))(random), Number(random.between(0n, 255n))),
          collect(random.between(1n, U64), Number(random.between(4n, 255n))),
          collect(0n, 2),
        ]),
    }),
    target(make.acceptPremiumRate(thriving, { rateBps: 70, keeper }), { free: fee, impersonate: [riskAuthority] }),
    target(make.payKeeper(thriving, { atMost: 1n, keeper }), { free: fee, impersonate: [handlerAuthority] }),
    target(initializePremium({}), {
      wild: (random) =>
        initializePremium(
          random.pick([
            { epochDuration: above(POOL_DEFAULTS.epochDuration)(random) },
            { protocolFeeBps: Number(random.between(2_001n, 65_535n)) },
            { keeperFee: random.pick([0n, above(1_000_000n)(random)]) },
          ]),
        ),
    }),

    target(make.verifyDeficit(losing)),
    target(report(usdc(60_000)), {
      free: [...fee, 'reporter', 'premiumState', 'treasury'],
      mayBreak: ['coverVault'],
      wild: (random) => report(above(usdc(60_000))(random)),
    }),
    target(make.initializeClaims(empty, { payer: keeper.address }), { free: ['payer'], mayBreak: ['market'] }),
  ];
  return { world: thriving, targets };
}

/** Accounts that belong to no instruction, and are real all the same. */
export function bystanders({ chain, mint }: World): readonly PublicKey[] {
  const nobody = chain.address('nobody');
  return [mint.address, nobody, chain.fundedAddress('mallory'), createTokenAccount(chain, mint.address, nobody)];
}

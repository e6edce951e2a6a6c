// Programs that pretend: to be the handler, the premium manager, the risk engine or the pool. A callee checks the exact
// PDA of its caller, so no signature that a hostile program can make is worth anything.
import type { PublicKey } from '@solana/web3.js';
import { expect, it } from 'vitest';
import {
  handlerAuthority,
  insolvencyRecordOf,
  marketClaimsOf,
  marketConfigOf,
  poolOf,
  positionOf,
  premiumStateOf,
  premiumVaultOf,
  riskAuthority,
  riskMetricsOf,
  shareAccountOf,
  shareMintOf,
  treasuryOf,
  vaultOf,
} from '../support/addresses.ts';
import { programs } from '../support/artifacts.ts';
import { collectPremium, holder } from '../support/fortunes.ts';
import { Impostor, type Replacements } from '../support/impostor.ts';
import {
  acceptPremiumRate,
  accruePremium,
  collect,
  coverDeficit,
  deposit,
  initializeClaims,
  initializeMarketConfig,
  initializePool,
  initializePremiumState,
  initializeRiskMetrics,
  payKeeper,
  payQueued,
  reopen,
  reportDeficit,
  setPremiumRate,
  settleEpoch,
  updateScore,
  withdraw,
} from '../support/instructions.ts';
import { giveTreasury } from '../support/keepers.ts';
import { usdc } from '../support/money.ts';
import { accepted } from '../support/outcome.ts';
import { refusedUntouched } from '../support/refusal.ts';
import { CONFIG_DEFAULTS, POOL_DEFAULTS, PREMIUM_DEFAULTS, World } from '../support/scenario.ts';
import { TOKEN_PROGRAM } from '../support/token.ts';

const POOL = usdc(100_000);

function insured() {
  const world = new World();
  const alice = holder(world, 'alice', POOL);
  world.nextEpoch(2n);
  return { world, alice, mallory: world.actor('mallory', usdc(1_000)) };
}

/** What the impostor of the handler takes for a market's claims and their first record. */
function claimsOf(impostor: Impostor, market: PublicKey): Replacements {
  const sequence = '\0'.repeat(8);
  return [
    [marketClaimsOf(market), impostor.pda('market_claims', market)],
    [insolvencyRecordOf(market, 0n), impostor.pda('claim', market, sequence)],
  ];
}

it('a false handler that names the real authority can’t sign for it', () => {
  const { world, mallory } = insured();
  const impostor = new Impostor(world.chain, 'insolvency_handler').deploy();
  const replaced = claimsOf(impostor, world.market);
  accepted(world.send(impostor.instead(initializeClaims(world, { payer: mallory.address }), replaced)));
  world.addDeficit(usdc(60_000));
  const report = reportDeficit(world, { reporter: mallory.address, amount: 0n });
  refusedUntouched(world, impostor.instead(report, replaced), 'PrivilegeEscalation');
  expect(world.vaultBalance).toBe(POOL);
  accepted(world.send(report));
});

it('a false handler that signs for itself is nobody to the pool', () => {
  const { world, mallory } = insured();
  const impostor = new Impostor(world.chain, 'insolvency_handler');
  const authority: Replacements = [[handlerAuthority, impostor.authority]];
  impostor.deploy(authority);
  const replaced = [...claimsOf(impostor, world.market), ...authority];
  accepted(world.send(impostor.instead(initializeClaims(world, { payer: mallory.address }), replaced)));
  world.addDeficit(usdc(60_000));
  const report = reportDeficit(world, { reporter: mallory.address, amount: 0n });
  refusedUntouched(world, impostor.instead(report, replaced), 'Unauthorized', { by: 'insurance_pool' });
});

it('a false handler with a pool of its own pays from that, and gets no keeper’s fee from the real treasury', () => {
  const { world, mallory } = insured();
  const { chain, market } = world;
  giveTreasury(world, usdc(1));
  const pool = new Impostor(chain, 'insurance_pool');
  const handler = new Impostor(chain, 'insolvency_handler');
  const authority: Replacements = [[handlerAuthority, handler.authority]];
  const accomplices: Replacements = [...authority, [pool.original, pool.id], [handler.original, handler.id]];
  handler.deploy(accomplices);
  pool.deploy(accomplices);
  const [truePool, falsePool] = [poolOf(market), pool.pda('insurance_pool', market)];
  const generation = '\0'.repeat(4);
  const replaced: Replacements = [
    ...accomplices,
    ...claimsOf(handler, market),
    [truePool, falsePool],
    [vaultOf(truePool), pool.pda('pool_vault', falsePool)],
    [shareMintOf(truePool, 0), pool.pda('share_mint', falsePool, generation)],
    [positionOf(truePool, mallory.address), pool.pda('position', falsePool, mallory.address)],
    [shareAccountOf(truePool, mallory.address, 0), pool.pda('share_account', falsePool, mallory.address, generation)],
  ];
  accepted(world.send(pool.instead(initializePool(world, POOL_DEFAULTS), replaced)));
  accepted(world.send(handler.instead(initializeClaims(world, { payer: mallory.address }), replaced)));
  accepted(world.send(pool.instead(deposit(world, { depositor: mallory, amount: usdc(1_000) }), replaced)));
  world.addDeficit(usdc(60_000));
  const { address: reporter } = mallory;
  const unpaid = reportDeficit(world, { reporter, amount: 0n });
  const paid = reportDeficit(world, { reporter, amount: 0n, keeper: mallory });
  refusedUntouched(world, handler.instead(paid, replaced), 'Unauthorized', { by: 'premium_manager' });
  accepted(world.send(handler.instead(unpaid, replaced)));
  expect([world.balance(world.coverVault), world.vaultBalance, world.treasuryBalance]).toEqual([
    usdc(1_000),
    POOL,
    usdc(1),
  ]);
});

it('the real handler takes no false pool, no false claims and no false programs', () => {
  const { world, mallory } = insured();
  const { chain, market } = world;
  const pool = new Impostor(chain, 'insurance_pool').deploy();
  const manager = new Impostor(chain, 'premium_manager').deploy();
  const handler = new Impostor(chain, 'insolvency_handler').deploy();
  const falsePool = pool.pda('insurance_pool', market);
  accepted(
    world.send([
      pool.instead(initializePool(world, POOL_DEFAULTS), [
        [poolOf(market), falsePool],
        [vaultOf(poolOf(market)), pool.pda('pool_vault', falsePool)],
        [shareMintOf(poolOf(market), 0), pool.pda('share_mint', falsePool, '\0'.repeat(4))],
      ]),
      handler.instead(initializeClaims(world, { payer: mallory.address }), claimsOf(handler, market)),
    ]),
  );
  world.addDeficit(usdc(60_000));
  const report = (accounts: Record<string, PublicKey>) =>
    reportDeficit(world, { reporter: mallory.address, amount: 0n, keeper: mallory }, { accounts });
  refusedUntouched(world, report({ pool: falsePool }), 'IllegalOwner');
  refusedUntouched(world, report({ marketClaims: handler.pda('market_claims', market) }), 'IllegalOwner');
  refusedUntouched(world, report({ insurancePoolProgram: pool.id }), 'IncorrectProgramId');
  refusedUntouched(world, report({ premiumManagerProgram: manager.id }), 'IncorrectProgramId');
  refusedUntouched(world, report({ tokenProgram: pool.id }), 'IncorrectProgramId');
  refusedUntouched(world, report({ systemProgram: pool.id }), 'IncorrectProgramId');
});

it('a false premium manager settles nothing into the real pool, and its books are nobody’s', () => {
  const { world, alice, mallory } = insured();
  const { chain, market } = world;
  const manager = new Impostor(chain, 'premium_manager').deploy();
  const falseState = manager.pda('premium_state', market);
  const replaced: Replacements = [
    [premiumStateOf(market), falseState],
    [premiumVaultOf(premiumStateOf(market)), manager.pda('premium_vault', falseState)],
    [treasuryOf(market), manager.pda('treasury', market)],
  ];
  accepted(world.send(manager.instead(initializePremiumState(world, PREMIUM_DEFAULTS), replaced)));
  world.nextEpoch();
  refusedUntouched(world, manager.instead(settleEpoch(world), replaced), 'Unauthorized', { by: 'insurance_pool' });

  // Real premium waits: false books would let a newcomer in without paying for it.
  collectPremium(world, usdc(500));
  const blind = { accounts: { premiumState: falseState } };
  refusedUntouched(world, deposit(world, { depositor: mallory, amount: usdc(1_000) }, blind), 'InvalidSeeds');
  refusedUntouched(world, withdraw(world, { depositor: alice, shares: 1n }, blind), 'InvalidSeeds');
});

it('false claims open no door while a true one is open', () => {
  const { world, alice, mallory } = insured();
  const { chain, market } = world;
  const handler = new Impostor(chain, 'insolvency_handler').deploy();
  accepted(world.send(handler.instead(initializeClaims(world, { payer: mallory.address }), claimsOf(handler, market))));
  world.addDeficit(usdc(60_000));
  const blind = { accounts: { marketClaims: handler.pda('market_claims', market) } };
  refusedUntouched(world, withdraw(world, { depositor: alice, shares: 1n }, blind), 'InvalidSeeds');
  refusedUntouched(world, deposit(world, { depositor: mallory, amount: usdc(1) }, blind), 'InvalidSeeds');
});

it('the real premium manager settles into no false pool', () => {
  const { world, mallory } = insured();
  const { chain, market } = world;
  giveTreasury(world, usdc(1));
  collectPremium(world, usdc(500));
  const pool = new Impostor(chain, 'insurance_pool').deploy();
  const falsePool = pool.pda('insurance_pool', market);
  const falseVault = pool.pda('pool_vault', falsePool);
  accepted(
    world.send(
      pool.instead(initializePool(world, POOL_DEFAULTS), [
        [poolOf(market), falsePool],
        [vaultOf(poolOf(market)), falseVault],
        [shareMintOf(poolOf(market), 0), pool.pda('share_mint', falsePool, '\0'.repeat(4))],
      ]),
    ),
  );
  world.nextEpoch();
  const settle = (accounts: Record<string, PublicKey>) => settleEpoch(world, { keeper: mallory }, { accounts });
  refusedUntouched(world, settle({ pool: falsePool }), 'IllegalOwner');
  refusedUntouched(world, settle({ vault: falseVault }), 'ConstraintAddress');
  refusedUntouched(world, settle({ insurancePoolProgram: pool.id }), 'IncorrectProgramId');
  refusedUntouched(world, settle({ tokenProgram: pool.id }), 'IncorrectProgramId');
  accepted(world.send(settle({})));
});

it('a false risk engine sets no rate and earns no fee', () => {
  const { world, mallory } = insured();
  const { chain, market } = world;
  giveTreasury(world, usdc(1));
  for (const believes of [false, true]) {
    const engine = new Impostor(chain, 'risk_engine');
    const authority: Replacements = believes ? [[riskAuthority, engine.authority]] : [];
    engine.deploy(authority);
    const replaced: Replacements = [
      ...authority,
      [marketConfigOf(market), engine.pda('market_config', market)],
      [riskMetricsOf(market), engine.pda('risk_metrics', market)],
    ];
    for (const setUp of [initializeMarketConfig(world, CONFIG_DEFAULTS), initializeRiskMetrics(world)]) {
      accepted(world.send(engine.instead(setUp, replaced)));
    }
    world.nextEpoch();
    world.setPrice();
    const rate = [updateScore(world), setPremiumRate(world, { keeper: mallory })];
    refusedUntouched(
      world,
      rate.map((instruction) => engine.instead(instruction, replaced)),
      believes ? 'Unauthorized' : 'PrivilegeEscalation',
      believes ? { by: 'premium_manager' } : {},
    );
  }
  expect([world.balance(mallory), world.premium.premiumRateBps]).toEqual([usdc(1_000), 50]);
});

it('no instruction moves tokens by a program that pretends to be the token program', () => {
  const { world, alice, mallory } = insured();
  const tokenProgram = new Impostor(world.chain, 'insurance_pool').deploy().id;
  const pretending = { accounts: { tokenProgram } };
  world.addDeficit(1n);
  const moving = [
    deposit(world, { depositor: mallory, amount: usdc(1) }, pretending),
    withdraw(world, { depositor: alice, shares: 1n }, pretending),
    payQueued(world, pretending),
    reopen(world, { payer: mallory.address }, pretending),
    collect(world, { payer: mallory, amount: 1n, source: 0 }, pretending),
    settleEpoch(world, {}, pretending),
    setPremiumRate(world, {}, pretending),
    reportDeficit(world, { reporter: mallory.address, amount: 0n }, pretending),
  ];
  for (const instruction of moving) {
    // Some look at the address; the others call the real one in any case, and it isn't there.
    const { error } = world.send(instruction);
    expect(['IncorrectProgramId', 'MissingAccount']).toContain(error?.name);
    refusedUntouched(world, instruction, error?.name ?? '');
  }
});

it('a false token program is not called where the real one is at hand under another name', () => {
  const { world, alice } = insured();
  const tokenProgram = new Impostor(world.chain, 'insurance_pool').deploy().id;
  const swapped = { accounts: { tokenProgram, systemProgram: TOKEN_PROGRAM } };
  for (const instruction of [
    withdraw(world, { depositor: alice, shares: usdc(10) }, swapped),
    deposit(world, { depositor: alice, amount: usdc(5) }, swapped),
  ]) {
    const outcome = world.send(instruction);
    if (!outcome.ok) expect(outcome.error.name).toBe('IncorrectProgramId');
    expect(outcome.logs.some((line) => line.startsWith(`Program ${tokenProgram.toBase58()}`))).toBe(false);
    expect(world.vaultBalance).toBe(world.pool.totalDeposits);
    expect([world.shares(alice), world.position(alice).shares]).toEqual(Array(2).fill(world.pool.totalShares));
    expect(world.balance(alice) + world.vaultBalance).toBe(POOL);
  }
});

it('with the true signatures, which only the true programs make, each call would go through', () => {
  const { world, mallory } = insured();
  const state = premiumStateOf(world.market);
  giveTreasury(world, usdc(1));
  const calls = [
    coverDeficit(world, { amount: 1n }),
    payKeeper(world, { atMost: 1n, keeper: mallory }),
    acceptPremiumRate(world, { rateBps: 51 }),
    accruePremium(world, { amount: 0n, openInterest: 0n }),
  ];
  for (const call of calls) {
    expect(() => world.send(call)).toThrow('cannot sign');
    accepted(world.send(call, { impersonate: [handlerAuthority, riskAuthority, state] }));
  }
});

it('a true program’s signature opens only what is its own', () => {
  const { world, mallory } = insured();
  const other = new World({ beside: world });
  const [ours, theirs] = [premiumStateOf(world.market), premiumStateOf(other.market)];
  giveTreasury(world, usdc(1));
  const impersonate = [handlerAuthority, riskAuthority, ours, theirs, programs.insolvency_handler.id];
  const wrong: readonly (readonly [ReturnType<typeof coverDeficit>, string])[] = [
    [coverDeficit(world, { amount: 1n }, { accounts: { handlerAuthority: ours } }), 'Unauthorized'],
    [coverDeficit(world, { amount: 1n }, { accounts: { handlerAuthority: riskAuthority } }), 'Unauthorized'],
    [accruePremium(world, { amount: 0n, openInterest: 0n }, { accounts: { premiumState: theirs } }), 'Unauthorized'],
    [
      accruePremium(world, { amount: 0n, openInterest: 0n }, { accounts: { premiumState: handlerAuthority } }),
      'Unauthorized',
    ],
    [
      payKeeper(world, { atMost: 1n, keeper: mallory }, { accounts: { handlerAuthority: riskAuthority } }),
      'Unauthorized',
    ],
    [acceptPremiumRate(world, { rateBps: 1 }, { accounts: { riskAuthority: handlerAuthority } }), 'Unauthorized'],
  ];
  for (const [call, name] of wrong) refusedUntouched(world, call, name, { impersonate });
});

import { createAssociatedTokenAccountIdempotentInstruction, getAssociatedTokenAddressSync } from '@solana/spl-token';
import { PublicKey, type TransactionInstruction } from '@solana/web3.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PROGRAM_NAMES, programs } from '../../../tests/programs/support/artifacts.ts';
import * as theirs from '../../../tests/programs/support/instructions.ts';
import { toAnchor } from '../../../tests/programs/support/values.ts';
import { createAssociatedTokenInstruction } from './associated-token.ts';
import * as handler from './insolvency-handler.ts';
import type { Instruction } from './instruction.ts';
import * as pool from './insurance-pool.ts';
import * as premium from './premium-manager.ts';
import { decodeCovered, decodeDeficitStatus } from './returns.ts';
import * as engine from './risk-engine.ts';

const key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => new PublicKey(bytes));
const u64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const u32 = fc.nat(0xffff_fffe);
const u16 = fc.nat(0xffff);
const left = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const world = fc.record({
  insured: fc.record({
    market: key,
    authority: key,
    coverVault: key,
    collateralMint: key,
    oracle: key,
    generation: u32,
    nextSequence: u64,
  }),
  actor: key,
  tokenAccount: key,
  keeper: fc.option(key),
  amount: u64,
  small: u16,
  flag: fc.boolean(),
  poolArgs: fc.record({
    minReserveBps: u16,
    insolvencyThreshold: u64,
    epochDuration: u64,
    lockEpochs: left(u32),
    cooldownEpochs: left(u32),
    windowEpochs: left(u32),
    claimCapBps: left(u16),
    coverBps: left(u16),
  }),
  configArgs: fc.record({
    oracleFeed: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    maxLeverageBps: u64,
    minCoverBps: u16,
    maxOracleAgeSecs: u32,
  }),
  premiumArgs: fc.record({ epochDuration: u64, protocolFeeBps: left(u16), keeperFee: left(u64) }),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

const keeperOf = ({ keeper }: World) => (keeper === null ? {} : { keeper: { address: keeper, tokenAccount: keeper } });
const actorOf = ({ actor, tokenAccount }: World) => ({ address: actor, tokenAccount });
const holding = ({ insured, actor, tokenAccount }: World) => ({
  ...insured,
  depositor: actor,
  depositorTokenAccount: tokenAccount,
});

/** Every instruction of the IDLs: as the SDK builds it, and as Anchor does. */
const PAIRS: Record<string, (of: World) => [Promise<Instruction>, TransactionInstruction]> = {
  'insurance_pool.initialize_pool': (w) => [
    pool.initializePoolInstruction({ ...w.insured, ...w.poolArgs }),
    theirs.initializePool({ ...w.insured, generation: 0 }, w.poolArgs as never),
  ],
  'insurance_pool.set_active': (w) => [
    pool.setActiveInstruction({ ...w.insured, active: w.flag }),
    theirs.setActive(w.insured, { active: w.flag }),
  ],
  'insurance_pool.deposit': (w) => [
    pool.depositInstruction({ ...holding(w), amount: w.amount }),
    theirs.deposit(w.insured, { depositor: actorOf(w), amount: w.amount }),
  ],
  'insurance_pool.withdraw': (w) => [
    pool.withdrawInstruction({ ...holding(w), shares: w.amount }),
    theirs.withdraw(w.insured, { depositor: actorOf(w), shares: w.amount }),
  ],
  'insurance_pool.request_withdraw': (w) => [
    pool.requestWithdrawInstruction({ market: w.insured.market, depositor: w.actor, shares: w.amount }),
    theirs.requestWithdraw(w.insured, { depositor: actorOf(w), shares: w.amount }),
  ],
  'insurance_pool.cancel_withdraw': (w) => [
    pool.cancelWithdrawInstruction({ market: w.insured.market, depositor: w.actor }),
    theirs.cancelWithdraw(w.insured, { depositor: actorOf(w) }),
  ],
  'insurance_pool.pay_queued': (w) => [pool.payQueuedInstruction(w.insured), theirs.payQueued(w.insured)],
  'insurance_pool.reopen': (w) => [
    pool.reopenInstruction({ ...w.insured, payer: w.actor }),
    theirs.reopen(w.insured, { payer: w.actor }),
  ],
  'insurance_pool.cover_deficit': (w) => [
    pool.coverDeficitInstruction({ ...w.insured, amount: w.amount }),
    theirs.coverDeficit(w.insured, { amount: w.amount }),
  ],
  'insurance_pool.accrue_premium': (w) => [
    pool.accruePremiumInstruction({ ...w.insured, amount: w.amount, openInterest: w.amount ^ 1n }),
    theirs.accruePremium(w.insured, { amount: w.amount, openInterest: w.amount ^ 1n }),
  ],
  'insurance_pool.update_apy': (w) => [
    pool.updateApyInstruction({ ...w.insured, apyBps: w.small }),
    theirs.updateApy(w.insured, { apyBps: w.small }),
  ],
  'risk_engine.initialize_market_config': (w) => [
    engine.initializeMarketConfigInstruction({ ...w.insured, ...w.configArgs }),
    theirs.initializeMarketConfig(w.insured, { ...w.configArgs, oracleFeed: [...w.configArgs.oracleFeed] }),
  ],
  'risk_engine.initialize_risk_metrics': (w) => [
    engine.initializeRiskMetricsInstruction(w.insured),
    theirs.initializeRiskMetrics(w.insured),
  ],
  'risk_engine.update_score': (w) => [
    engine.updateScoreInstruction({ ...w.insured, oracleData: w.insured.oracle }),
    theirs.updateScore(w.insured),
  ],
  'risk_engine.set_premium_rate': (w) => [
    engine.setPremiumRateInstruction({ market: w.insured.market, keeperTokenAccount: w.keeper }),
    theirs.setPremiumRate(w.insured, keeperOf(w)),
  ],
  'risk_engine.activate_market': (w) => [engine.activateMarketInstruction(w.insured), theirs.activateMarket(w.insured)],
  'risk_engine.deactivate_market': (w) => [
    engine.deactivateMarketInstruction(w.insured),
    theirs.deactivateMarket(w.insured),
  ],
  'premium_manager.initialize_premium_state': (w) => [
    premium.initializePremiumStateInstruction({ ...w.insured, ...w.premiumArgs }),
    theirs.initializePremiumState(w.insured, w.premiumArgs as never),
  ],
  'premium_manager.collect': (w) => [
    premium.collectInstruction({
      market: w.insured.market,
      payer: w.actor,
      payerTokenAccount: w.tokenAccount,
      amount: w.amount,
      source: w.small & 255,
    }),
    theirs.collect(w.insured, { payer: actorOf(w), amount: w.amount, source: w.small & 255 }),
  ],
  'premium_manager.set_premium_rate': (w) => [
    premium.acceptPremiumRateInstruction({ ...w.insured, rateBps: w.small, keeperTokenAccount: w.keeper }),
    theirs.acceptPremiumRate(w.insured, { rateBps: w.small, ...keeperOf(w) }),
  ],
  'premium_manager.settle_epoch': (w) => [
    premium.settleEpochInstruction({ market: w.insured.market, keeperTokenAccount: w.keeper }),
    theirs.settleEpoch(w.insured, keeperOf(w)),
  ],
  'premium_manager.pay_keeper': (w) => [
    premium.payKeeperInstruction({ ...w.insured, atMost: w.amount, keeperTokenAccount: w.tokenAccount }),
    theirs.payKeeper(w.insured, { atMost: w.amount, keeper: actorOf(w) }),
  ],
  'insolvency_handler.initialize_claims': (w) => [
    handler.initializeClaimsInstruction({ market: w.insured.market, payer: w.actor }),
    theirs.initializeClaims(w.insured, { payer: w.actor }),
  ],
  'insolvency_handler.verify_deficit': (w) => [
    handler.verifyDeficitInstruction({ market: w.insured.market }),
    theirs.verifyDeficit(w.insured),
  ],
  'insolvency_handler.report_deficit': (w) => [
    handler.reportDeficitInstruction({
      ...w.insured,
      reporter: w.actor,
      sequence: w.insured.nextSequence,
      deficitAmount: w.amount,
      keeperTokenAccount: w.keeper,
    }),
    theirs.reportDeficit(w.insured, { reporter: w.actor, amount: w.amount, ...keeperOf(w) }),
  ],
};

const inPlainData = ({ programId, keys, data }: TransactionInstruction) => ({
  programId: programId.toBase58(),
  accounts: keys.map(({ pubkey, isSigner, isWritable }) => ({
    address: pubkey.toBase58(),
    signer: isSigner,
    writable: isWritable,
  })),
  data: new Uint8Array(data),
});

test('every instruction of every IDL has a builder', () => {
  const known = PROGRAM_NAMES.flatMap((name) => programs[name].idl.instructions.map((one) => `${name}.${one.name}`));
  expect(Object.keys(PAIRS).sort()).toEqual(known.sort());
});

describe('an instruction is the one that Anchor builds', () => {
  test.each(Object.entries(PAIRS))('%s', async (_, pair) => {
    await fc.assert(
      fc.asyncProperty(world, async (one) => {
        const [ours, anchors] = pair(one);
        expect(await ours).toEqual(inPlainData(anchors));
      }),
      { numRuns: 15 },
    );
  });

  test('the associated token account is spl-token’s', async () => {
    await fc.assert(
      fc.asyncProperty(key, key, key, async (payer, owner, mint) => {
        const account = getAssociatedTokenAddressSync(mint, owner, true);
        expect(await createAssociatedTokenInstruction({ payer, owner, mint })).toEqual(
          inPlainData(createAssociatedTokenAccountIdempotentInstruction(payer, account, owner, mint)),
        );
      }),
      { numRuns: 15 },
    );
  });
});

describe('what is named', () => {
  const market = new PublicKey(new Uint8Array(32).fill(3));
  const depositor = new PublicKey(new Uint8Array(32).fill(4));
  const collateralMint = new PublicKey(new Uint8Array(32).fill(5));
  const other = new PublicKey(new Uint8Array(32).fill(6)).toBase58();
  const named = { market, depositor, collateralMint, generation: 0, amount: 1n };
  const at = (instruction: Instruction, name: string) => {
    const accounts = programs.insurance_pool.instructions.get('deposit')?.accounts ?? [];
    return instruction.accounts[accounts.findIndex((account) => account.name === name)]?.address;
  };

  test('the depositor’s token account is the associated one, unless another is named', async () => {
    const associated = getAssociatedTokenAddressSync(collateralMint, depositor, true).toBase58();
    expect(at(await pool.depositInstruction(named), 'depositor_token_account')).toBe(associated);
    const told = await pool.depositInstruction({ ...named, depositorTokenAccount: other });
    expect(at(told, 'depositor_token_account')).toBe(other);
  });

  test('an account can be put in place of another, and changes no other', async () => {
    const usual = await pool.depositInstruction(named);
    const changed = await pool.depositInstruction({ ...named, accounts: { pool: other, market: other } });
    expect(at(changed, 'pool')).toBe(other);
    expect(at(changed, 'market')).toBe(other);
    expect(changed.accounts.filter(({ address }, index) => address !== usual.accounts[index]?.address)).toHaveLength(2);
    await expect(pool.depositInstruction({ ...named, accounts: { vaults: other } as never })).rejects.toMatchObject({
      code: 'InvalidArgument',
      message: expect.stringContaining('vault'),
    });
  });

  test.each([
    ['amount', -1n],
    ['amount', 2n ** 64n],
    ['amount', 1],
    ['amount', undefined],
    ['generation', -1],
    ['generation', undefined],
  ])('%s: %s is refused by its name', async (argument, value) => {
    await expect(pool.depositInstruction({ ...named, [argument]: value })).rejects.toMatchObject({
      code: 'InvalidArgument',
      context: { argument, found: value },
    });
  });

  test.each(['market', 'depositor', 'collateralMint'])('%s left out is refused by its name', async (argument) => {
    await expect(pool.depositInstruction({ ...named, [argument]: undefined })).rejects.toMatchObject({
      code: 'InvalidArgument',
      context: { argument },
    });
    await expect(pool.depositInstruction({ ...named, [argument]: 'nonsense' })).rejects.toMatchObject({
      code: 'InvalidAddress',
    });
  });
});

describe('return data is read as by Anchor', () => {
  test('DeficitStatus and Covered', () => {
    fc.assert(
      fc.property(
        u64,
        u64,
        u64,
        fc.boolean(),
        u64,
        (openDeficit, insolvencyThreshold, bufferUsed, reportable, payable) => {
          const status = { openDeficit, insolvencyThreshold, bufferUsed, reportable, payable };
          const { coder } = programs.insolvency_handler;
          expect(decodeDeficitStatus(coder.types.encode('DeficitStatus', toAnchor(status)))).toEqual(status);
          const covered = { paid: openDeficit, queued: payable };
          const data = programs.insurance_pool.coder.types.encode('Covered', toAnchor(covered));
          expect(decodeCovered(data)).toEqual(covered);
          expect(() => decodeCovered(data.subarray(1))).toThrowError(expect.objectContaining({ code: 'WrongLength' }));
          expect(() => decodeCovered(Buffer.concat([data, data]))).toThrowError(
            expect.objectContaining({ code: 'WrongLength' }),
          );
        },
      ),
    );
  });
});

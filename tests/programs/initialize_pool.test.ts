import { PublicKey, TransactionInstruction } from '@solana/web3.js';
import { describe, expect, it } from 'vitest';
import { marketClaimsOf, poolOf, premiumStateOf, shareMintOf, vaultOf } from './support/addresses.ts';
import { programs } from './support/artifacts.ts';
import { u32 } from './support/bytes.ts';
import { copyOf, withEachInvalidMarket } from './support/forgery.ts';
import { holder, windUp } from './support/fortunes.ts';
import { deposit, initializePool, type Overrides, withdraw } from './support/instructions.ts';
import type { InitializePoolArgs } from './support/layouts.ts';
import { encodeMarket } from './support/market.ts';
import { usdc } from './support/money.ts';
import { accepted, eventOf } from './support/outcome.ts';
import { SLOTS_PER_YEAR, U64_MAX } from './support/reference.ts';
import { refusedUntouched } from './support/refusal.ts';
import { POOL_DEFAULTS, World, type WorldOptions } from './support/scenario.ts';
import { refusesSubstitutes } from './support/substitutes.ts';
import { createMint, createTokenAccount, TOKEN_2022_PROGRAM, TOKEN_PROGRAM } from './support/token.ts';
import { mintState, tokenAccountState } from './support/token-state.ts';

const U32_MAX = 2 ** 32 - 1;
const U16_MAX = 2 ** 16 - 1;
const NATIVE_MINT = new PublicKey('So11111111111111111111111111111111111111112');

/** Makes a wrapped SOL account count the lamports it has been sent. */
const syncNative = (account: PublicKey) =>
  new TransactionInstruction({
    programId: TOKEN_PROGRAM,
    keys: [{ pubkey: account, isSigner: false, isWritable: true }],
    data: Buffer.of(17),
  });

/** A market that no pool is attached to yet. */
const uninsured = (options: WorldOptions = {}) => new World({ ...options, parts: [] });

const initialize = (world: World, args: Partial<InitializePoolArgs> = {}, overrides: Overrides = {}) =>
  initializePool(world, { ...POOL_DEFAULTS, ...args }, overrides);

describe('initialize_pool', () => {
  it('attaches a pool, its vault and its share mint to the market', () => {
    const world = uninsured({ market: { cumulativeDeficit: 7n, marginAbsorbed: 3n } });
    const pool = poolOf(world.market);
    const outcome = accepted(world.send(initialize(world, { cooldownEpochs: 3, windowEpochs: 4, claimCapBps: 2_500 })));

    const { bump, vaultBump, shareMintBump, ...stored } = world.pool;
    const terms = {
      insolvencyThreshold: POOL_DEFAULTS.insolvencyThreshold,
      epochDuration: 1_000n,
      deficitBase: 7n,
      absorbedBase: 3n,
      lockEpochs: 2,
      cooldownEpochs: 3,
      windowEpochs: 4,
      minReserveBps: 800,
      claimCapBps: 2_500,
      coverBps: 1_000,
    };
    const parties = {
      market: world.market,
      marketProgram: world.marketProgram,
      authority: world.authority,
      collateralMint: world.mint.address,
      shareMint: shareMintOf(pool, 0),
    };
    expect(stored).toEqual({
      ...parties,
      ...terms,
      vault: vaultOf(pool),
      marketClaims: marketClaimsOf(world.market),
      premiumState: premiumStateOf(world.market),
      totalDeposits: 0n,
      totalShares: 0n,
      pendingClaims: 0n,
      epoch: 1_000n,
      epochBase: 0n,
      previousBase: 0n,
      epochAssets: 0n,
      epochClaims: 0n,
      epochPaid: 0n,
      openInterest: 0n,
      cumulativeDeposited: 0n,
      cumulativeWithdrawn: 0n,
      cumulativePremiums: 0n,
      cumulativeClaims: 0n,
      generation: 0,
      utilizationRateBps: 0,
      apyBps: 0,
      isActive: 1,
      collateralDecimals: 6,
      reserved: stored.reserved.map(() => 0),
    });
    expect(eventOf(outcome, 'PoolInitialized')).toEqual({ pool, ...parties, ...terms, reserved: [0, 0, 0, 0, 0, 0] });
    expect(outcome.events).toHaveLength(1);

    expect(tokenAccountState(world.chain, vaultOf(pool))).toEqual({
      mint: world.mint.address,
      owner: pool,
      amount: 0n,
      delegate: null,
      frozen: false,
      closeAuthority: null,
    });
    expect(mintState(world.chain, shareMintOf(pool, 0))).toEqual({
      authority: pool,
      supply: 0n,
      decimals: 6,
      freezeAuthority: null,
    });

    const derive = (...seeds: Uint8Array[]) => PublicKey.createProgramAddressSync(seeds, programs.insurance_pool.id);
    const at = pool.toBytes();
    expect(derive(Buffer.from('insurance_pool'), world.market.toBytes(), Uint8Array.of(bump))).toEqual(pool);
    expect(derive(Buffer.from('pool_vault'), at, Uint8Array.of(vaultBump))).toEqual(vaultOf(pool));
    expect(derive(Buffer.from('share_mint'), at, u32(0), Uint8Array.of(shareMintBump))).toEqual(shareMintOf(pool, 0));
  });

  it('takes the rent of the three accounts from the authority, and no more', () => {
    const world = uninsured();
    const pool = poolOf(world.market);
    const lamports = (address: PublicKey) => world.chain.rawAccount(address)?.lamports ?? 0n;
    const before = lamports(world.authority);
    accepted(world.send(initialize(world)));
    const created = [pool, vaultOf(pool), shareMintOf(pool, 0)];
    for (const address of created) {
      expect(lamports(address)).toBe(world.chain.rent(world.chain.rawAccount(address)?.data.length ?? 0));
    }
    expect(before - lamports(world.authority)).toBe(created.map(lamports).reduce((sum, rent) => sum + rent, 0n));
  });

  it('does not insure history, however long it is', () => {
    const world = uninsured({ market: { cumulativeDeficit: U64_MAX, marginAbsorbed: U64_MAX } });
    accepted(world.send(initialize(world)));
    expect([world.pool.deficitBase, world.pool.absorbedBase]).toEqual([U64_MAX, U64_MAX]);
  });

  it('attaches to a market that is not open yet, and to one whose account goes on behind the header', () => {
    const closed = uninsured({ market: { open: false } });
    accepted(closed.send(initialize(closed)));

    const longer = uninsured();
    const tail = Buffer.alloc(1_000, 0xab);
    longer.chain.putAccount(longer.market, longer.marketProgram, Buffer.concat([encodeMarket(longer.header), tail]));
    accepted(longer.send(initialize(longer)));
    expect(longer.pool.marketProgram).toEqual(longer.marketProgram);
  });

  it.each([0, 9])('gives the shares the collateral’s %i decimals', (decimals) => {
    const world = uninsured();
    const collateralMint = createMint(world.chain, { decimals }).address;
    accepted(world.send(initialize(world, {}, { accounts: { collateralMint } })));
    expect(world.pool.collateralDecimals).toBe(decimals);
    expect(mintState(world.chain, shareMintOf(poolOf(world.market), 0)).decimals).toBe(decimals);
  });

  it('insures in wrapped SOL too; lamports sent to the vault beforehand are no deposit', () => {
    const world = uninsured();
    const { chain } = world;
    const template = chain.rawAccount(createMint(chain, { decimals: 9, freezable: false }).address);
    chain.putAccount(NATIVE_MINT, TOKEN_PROGRAM, template?.data ?? new Uint8Array());
    chain.fund(vaultOf(poolOf(world.market)), 50_000_000n);
    accepted(world.send(initialize(world, {}, { accounts: { collateralMint: NATIVE_MINT } })));
    const gift = world.vaultBalance;
    expect(gift).toBeGreaterThan(0n);
    expect(world.pool.totalDeposits).toBe(0n);

    const address = chain.fundedAddress('alice');
    const alice = { address, tokenAccount: createTokenAccount(chain, NATIVE_MINT, address) };
    chain.fund(alice.tokenAccount, 5_000_000_000n);
    accepted(world.send(syncNative(alice.tokenAccount)));
    accepted(world.send(deposit(world, { depositor: alice, amount: 5_000_000_000n })));
    expect([world.balance(alice), world.vaultBalance - gift, world.nav]).toEqual([0n, 5_000_000_000n, 5_000_000_000n]);
    windUp(world);
    world.nextEpoch(2n);
    accepted(world.send(withdraw(world, { depositor: alice, shares: 5_000_000_000n })));
    expect([world.balance(alice), world.vaultBalance - gift, world.nav]).toEqual([5_000_000_000n, 0n, 0n]);
  });

  it('goes through where somebody sent lamports to the new addresses beforehand', () => {
    for (const bytes of [0, 10_000]) {
      const world = uninsured();
      const pool = poolOf(world.market);
      const addresses = [pool, vaultOf(pool), shareMintOf(pool, 0)];
      for (const address of addresses) world.chain.fund(address, world.chain.rent(bytes));
      accepted(world.send(initialize(world)));
      expect([world.pool.isActive, world.pool.totalDeposits, world.vaultBalance]).toEqual([1, 0n, 0n]);
    }
  });
});

describe('initialize_pool, terms left out', () => {
  const OMITTED = { lockEpochs: null, cooldownEpochs: null, windowEpochs: null, claimCapBps: null, coverBps: null };

  it('caps nothing, cools nothing down, covers a tenth', () => {
    const world = uninsured();
    accepted(world.send(initialize(world, OMITTED)));
    const { cooldownEpochs, claimCapBps, coverBps } = world.pool;
    expect({ cooldownEpochs, claimCapBps, coverBps }).toEqual({
      cooldownEpochs: 0,
      claimCapBps: 10_000,
      coverBps: 1_000,
    });
  });

  // A week is 1,512,000 slots, a day 216,000.
  it.each([
    { epochDuration: 1n, cooldownEpochs: 0, lock: 1_512_000, window: 216_000 },
    { epochDuration: 1_000n, cooldownEpochs: 0, lock: 1_512, window: 216 },
    { epochDuration: 1_001n, cooldownEpochs: 0, lock: 1_511, window: 216 },
    { epochDuration: 216_000n, cooldownEpochs: 0, lock: 7, window: 1 },
    { epochDuration: 216_001n, cooldownEpochs: 0, lock: 7, window: 1 },
    { epochDuration: 215_999n, cooldownEpochs: 0, lock: 8, window: 2 },
    { epochDuration: 1_511_999n, cooldownEpochs: 0, lock: 2, window: 1 },
    { epochDuration: 1_512_000n, cooldownEpochs: 0, lock: 2, window: 1 },
    { epochDuration: 1_512_000n, cooldownEpochs: 1, lock: 1, window: 1 },
    { epochDuration: 1_512_000n, cooldownEpochs: 5, lock: 1, window: 1 },
    { epochDuration: SLOTS_PER_YEAR / 3n, cooldownEpochs: 0, lock: 2, window: 1 },
  ])('locks a week and opens a day in epochs of $epochDuration slots, cooldown $cooldownEpochs', (expected) => {
    const { epochDuration, cooldownEpochs, lock, window } = expected;
    const world = uninsured();
    accepted(world.send(initialize(world, { ...OMITTED, epochDuration, cooldownEpochs })));
    expect([world.pool.lockEpochs, world.pool.windowEpochs]).toEqual([lock, window]);
  });

  it('refuses epochs so long that lock and window pass a year', () => {
    const world = uninsured();
    refusedUntouched(
      world,
      initialize(world, { ...OMITTED, epochDuration: SLOTS_PER_YEAR / 3n + 1n }),
      'InvalidParameter',
    );
  });
});

describe('initialize_pool, limits', () => {
  const LIMITS: readonly [string, Partial<InitializePoolArgs>][] = [
    ['no reserve', { minReserveBps: 0 }],
    ['half in reserve', { minReserveBps: 5_000 }],
    ['a threshold of nothing', { insolvencyThreshold: 0n }],
    ['a threshold of everything', { insolvencyThreshold: U64_MAX }],
    ['epochs of a slot', { epochDuration: 1n }],
    ['a lock of one epoch with a cooldown of one', { lockEpochs: 1, cooldownEpochs: 1 }],
    ['a lock of two epochs', { lockEpochs: 2, cooldownEpochs: 0 }],
    ['a year in all', { lockEpochs: 78_892, cooldownEpochs: 1, windowEpochs: 1 }],
    ['a year in all, slot by slot', { epochDuration: 1n, lockEpochs: 78_893_998, cooldownEpochs: 1, windowEpochs: 1 }],
    ['a cap of one basis point', { claimCapBps: 1 }],
    ['no cap', { claimCapBps: 10_000 }],
    ['cover of nothing', { coverBps: 0 }],
    ['cover of everything', { coverBps: 10_000 }],
  ];
  it.each(LIMITS)('takes %s', (_, args) => {
    const world = uninsured();
    accepted(world.send(initialize(world, args)));
    expect(world.pool).toMatchObject(args);
  });

  const BEYOND: readonly [string, Partial<InitializePoolArgs>][] = [
    ['a basis point more than half in reserve', { minReserveBps: 5_001 }],
    ['the largest reserve a u16 holds', { minReserveBps: U16_MAX }],
    ['epochs of no slot', { epochDuration: 0n }],
    ['epochs of no slot, with terms left out', { epochDuration: 0n, lockEpochs: null, windowEpochs: null }],
    ['epochs of the longest', { epochDuration: U64_MAX }],
    ['no lock', { lockEpochs: 0, cooldownEpochs: 5 }],
    ['a lock of one epoch alone', { lockEpochs: 1, cooldownEpochs: 0 }],
    ['no window', { windowEpochs: 0 }],
    ['no window after a cooldown', { cooldownEpochs: 1, windowEpochs: 0 }],
    ['an epoch more than a year', { lockEpochs: 78_892, cooldownEpochs: 1, windowEpochs: 2 }],
    ['a slot more than a year', { epochDuration: 1n, lockEpochs: 78_893_998, cooldownEpochs: 1, windowEpochs: 2 }],
    ['the longest lock', { lockEpochs: U32_MAX }],
    ['the longest of each', { lockEpochs: U32_MAX, cooldownEpochs: U32_MAX, windowEpochs: U32_MAX }],
    ['the longest of each, slot by slot', { epochDuration: 1n, lockEpochs: U32_MAX, cooldownEpochs: U32_MAX }],
    ['the longest of all', { epochDuration: U64_MAX, lockEpochs: U32_MAX, cooldownEpochs: U32_MAX }],
    ['a cap of nothing', { claimCapBps: 0 }],
    ['a cap of more than all', { claimCapBps: 10_001 }],
    ['cover of more than all', { coverBps: 10_001 }],
  ];
  it.each(BEYOND)('refuses %s', (_, args) => {
    const world = uninsured();
    refusedUntouched(world, initialize(world, args), 'InvalidParameter');
  });
});

describe('initialize_pool, refusals', () => {
  it('refuses what is no header of this version', () => {
    const world = uninsured();
    // A header of another program would be that program's market: whose it is, is recorded here and not judged.
    withEachInvalidMarket(world, (what) => {
      if (what !== 'of another program') refusedUntouched(world, initialize(world), 'InvalidMarket');
    });
    accepted(world.send(initialize(world)));
  });

  it('refuses anybody but the market’s authority', () => {
    const world = uninsured();
    const mallory = world.chain.fundedAddress('mallory');
    refusedUntouched(world, initialize(world, {}, { accounts: { authority: mallory } }), 'Unauthorized');
    // The authority of another market is nobody here.
    const other = new World({ beside: world, parts: [] });
    refusedUntouched(world, initialize(world, {}, { accounts: { authority: other.authority } }), 'Unauthorized');
    refusedUntouched(world, initialize(world, {}, { signers: { authority: false } }), 'MissingRequiredSignature');
  });

  it('refuses what is no mint of the legacy token program', () => {
    const world = uninsured();
    const { chain } = world;
    const mintOf2022 = createMint(chain, { program: TOKEN_2022_PROGRAM }).address;
    const unfinished = chain.address('unfinished mint');
    chain.putAccount(unfinished, TOKEN_PROGRAM, new Uint8Array(82));
    const collateralMints = {
      'a Token-2022 mint': mintOf2022,
      'a mint that is not initialized': unfinished,
      'a mint’s bytes under another owner': copyOf(chain, world.mint.address, world.marketProgram),
      'a token account': world.coverVault,
      nothing: chain.address('nothing'),
    };
    for (const collateralMint of Object.values(collateralMints)) {
      refusedUntouched(world, initialize(world, {}, { accounts: { collateralMint } }), 'UnsupportedMint');
    }
    // Nor does it help to bring Token-2022 along.
    const accounts = { collateralMint: mintOf2022, tokenProgram: TOKEN_2022_PROGRAM };
    refusedUntouched(world, initialize(world, {}, { accounts }), 'IncorrectProgramId');
  });

  it('refuses every account but the right one', () => {
    const world = uninsured();
    const other = new World({ beside: world, market: { authority: world.authority }, parts: [] });
    const { chain } = world;
    const [pool, foreign] = [poolOf(world.market), poolOf(other.market)];
    const anybody = chain.fundedAddress('anybody');
    refusesSubstitutes(world, (accounts) => initialize(world, {}, { accounts }), {
      pool: {
        'of another market': [foreign, 'InvalidSeeds'],
        'an ordinary address': [anybody, 'InvalidSeeds'],
        'the vault': [vaultOf(pool), 'ConstraintDuplicateMutableAccount'],
      },
      market: { 'another market of the same authority': [other.market, 'InvalidSeeds'] },
      authority: { 'another signer': [anybody, 'Unauthorized'] },
      collateralMint: { 'a token account': [world.coverVault, 'UnsupportedMint'] },
      vault: {
        'of another pool': [vaultOf(foreign), 'InvalidSeeds'],
        'a token account of somebody’s': [world.coverVault, 'InvalidSeeds'],
        'the share mint': [shareMintOf(pool, 0), 'ConstraintDuplicateMutableAccount'],
        'the authority': [world.authority, 'ConstraintDuplicateMutableAccount'],
      },
      shareMint: {
        'of another generation': [shareMintOf(pool, 1), 'InvalidSeeds'],
        'of another pool': [shareMintOf(foreign, 0), 'InvalidSeeds'],
      },
      tokenProgram: {
        'Token-2022': [TOKEN_2022_PROGRAM, 'IncorrectProgramId'],
        'an ordinary address': [anybody, 'IncorrectProgramId'],
      },
      systemProgram: { 'another program': [TOKEN_2022_PROGRAM, 'IncorrectProgramId'] },
    });
    for (const account of ['pool', 'vault', 'shareMint']) {
      refusedUntouched(world, initialize(world, {}, { writable: { [account]: false } }), 'ConstraintMut');
    }
  });

  it('refuses arguments cut short', () => {
    const world = uninsured();
    const whole = initialize(world);
    for (const length of [0, 7, 8, 17, whole.data.length - 1]) {
      const cut = new TransactionInstruction({ ...whole, data: whole.data.subarray(0, length) });
      refusedUntouched(world, cut, 'InvalidInstructionData');
    }
  });

  it('refuses a second pool, with the same terms or others', () => {
    const world = new World({ parts: ['pool'] });
    refusedUntouched(world, initialize(world), 'AccountAlreadyInitialized');
    refusedUntouched(world, initialize(world, { minReserveBps: 0, lockEpochs: 9 }), 'AccountAlreadyInitialized');
    holder(world, 'alice', usdc(1_000));
    refusedUntouched(world, initialize(world), 'AccountAlreadyInitialized');
    const twice = uninsured();
    refusedUntouched(twice, [initialize(twice), initialize(twice)], 'AccountAlreadyInitialized');
  });
});

// create-market on a cluster: what it makes, what it leaves alone, and what it refuses before anything is sent.
import {
  address,
  createRpc,
  fetchInsurancePool,
  fetchMarketClaims,
  fetchMarketConfig,
  fetchPremiumState,
  fetchRiskMetrics,
  marketClaimsAddress,
  type Rpc,
  TOKEN_PROGRAM,
  tokenAccountCodec,
} from '@percosec/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { get } from '../../../localnet/src/scenario/market.ts';
import { openTerminal, type Terminal } from '../testing/terminal.ts';

const OPTIONS = [
  '--min-reserve-bps=800',
  '--insolvency-threshold=50000',
  '--epoch-duration=216000',
  `--oracle-feed=${'ef'.repeat(32)}`,
  '--max-leverage-bps=200000',
  '--min-cover-bps=1000',
  '--max-oracle-age=60',
];

let world: Terminal;
let rpc: Rpc;
beforeAll(async () => {
  world = await openTerminal();
  rpc = createRpc({ rpcUrl: world.rpcUrl });
});
afterAll(() => world.close());

const create = (market: string, more: string[] = [], options = OPTIONS) =>
  world.percosec(['create-market', market, `--url=${world.rpcUrl}`, ...options, ...more]);

async function partsOf(market: string) {
  const options = { commitment: 'confirmed' } as const;
  const parts = [fetchInsurancePool, fetchMarketConfig, fetchRiskMetrics, fetchPremiumState, fetchMarketClaims];
  const snapshots = await Promise.all(parts.map((fetchPart) => fetchPart(rpc, market, options)));
  return snapshots.map(({ value }) => value !== null);
}
const ALL = [true, true, true, true, true];
const NONE = [false, false, false, false, false];

describe('create-market', () => {
  it('makes the five parts in one transaction, set as told', async () => {
    const { market } = await world.newMarket();
    const { exit, out, err } = await create(market);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatch(/Done in slot \d+: \w{80,90}/);
    expect(await partsOf(market)).toEqual(ALL);
    const { value: pool } = await fetchInsurancePool(rpc, market);
    expect(pool).toMatchObject({ minReserveBps: 800, insolvencyThreshold: 50_000_000_000n, lockEpochs: 7 });
    expect(pool).toMatchObject({ collateralMint: world.mint, windowEpochs: 1, claimCapBps: 10_000, isActive: 1 });
  });

  it('simulates in a dry run, shows what it would cost, and changes nothing', async () => {
    const { market } = await world.newMarket();
    const before = world.lamports(world.authority.address);
    const { exit, out } = await create(market, ['--dry-run']);
    expect(exit).toBe(0);
    expect(out).toMatch(/rent together +0\.0\d+ SOL/);
    expect(out).toMatch(/at most [\d,]+ compute units/);
    expect(out).toContain('A dry run: nothing was sent.');
    expect(await partsOf(market)).toEqual(NONE);
    expect(world.lamports(world.authority.address)).toBe(before);
  });

  it('costs what the dry run said', async () => {
    const { market } = await world.newMarket();
    const balance = () => world.lamports(world.authority.address);
    const told = JSON.parse((await create(market, ['--dry-run', '--json'])).out);
    expect(told).toMatchObject({ status: 'dry-run', market, mint: world.mint });
    const before = balance();
    const made = JSON.parse((await create(market, ['--json'])).out);
    expect(made).toMatchObject({ status: 'created', signature: expect.any(String), slot: expect.any(String) });
    expect(before - balance()).toBe(BigInt(told.cost.total));
  });

  it('makes what is missing where some parts exist already, and nothing where none is missing', async () => {
    const { market } = await world.newMarket();
    await create(market);
    // As though another client had begun it and stopped before the claims.
    world.setAccount(await marketClaimsAddress(market), null);
    const resumed = await create(market);
    expect(resumed.exit).toBe(0);
    expect(resumed.out).toMatch(/pool +\w+ +exists/);
    expect(resumed.out).toMatch(/market claims +\w+ +missing/);
    expect(await partsOf(market)).toEqual(ALL);

    const again = await create(market);
    expect(again.exit).toBe(0);
    expect(again.out).toContain('Nothing is missing, so nothing was done.');
  });

  it('refuses to go on where a part is set otherwise, and names it', async () => {
    const { market } = await world.newMarket();
    await create(market);
    const { exit, err } = await create(market, ['--claim-cap-bps=500']);
    expect(exit).toBe(1);
    expect(err).toContain('claimCapBps is 10000, not 500');
  });

  it('warns where claims could not be received', async () => {
    const { address: nobody } = await world.person('nobody');
    const { tokenAccount: frozen } = await world.person('frozen', { collateral: 1n });
    const thawed = get(world.chain, tokenAccountCodec, frozen);
    world.put(frozen, TOKEN_PROGRAM, tokenAccountCodec.encode({ ...thawed, state: 2 }));
    for (const [coverVault, warning] of [
      [nobody, 'is no token account. Claims will wait'],
      [frozen, 'is frozen. Claims will wait'],
    ] as const) {
      const { market } = await world.newMarket({ coverVault });
      const { exit, err } = await create(market, [`--mint=${world.mint}`]);
      expect(exit).toBe(0);
      expect(err).toContain(warning);
    }
  });

  it('refuses an own mistake before anything is sent', async () => {
    const stranger = await world.person('stranger', { sol: 0n });
    world.keep('/stranger.json', stranger.keypair);
    world.files['/broken.json'] = '[1, 2, 3]';
    const { market } = await world.newMarket();
    const { address: token2022 } = await world.person('token 2022', { sol: 0n });
    world.put(token2022, address('TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb'), new Uint8Array(82));

    const cases: [string, string[], number, string][] = [
      [market, ['--keypair=/stranger.json'], 1, 'Unauthorized'],
      [market, ['--keypair=/nowhere.json'], 1, 'There is no key file /nowhere.json'],
      [market, ['--keypair=/broken.json'], 1, '/broken.json is not a key'],
      [stranger.address, [], 1, 'There is no market'],
      [world.authority.tokenAccount, [], 1, 'InvalidMarket'],
      [(await world.newMarket({ version: 2 })).market, [], 1, 'InvalidMarket'],
      [market, [`--mint=${token2022}`], 1, 'UnsupportedMint'],
      [market, [`--mint=${world.authority.tokenAccount}`], 1, 'UnsupportedMint'],
      [market, ['--min-reserve-bps=1'], 2, '--min-reserve-bps is given twice'],
      [market, ['--lock-epochs=1'], 2, 'at least 2 together'],
    ];
    for (const [subject, more, exit, message] of cases) {
      const refused = await create(subject, more);
      expect({ exit: refused.exit, out: refused.out }).toEqual({ exit, out: '' });
      expect(refused.err).toContain(message);
    }
    expect(await partsOf(market)).toEqual(NONE);
  });

  it('asks where money may be real, and sends nothing without a yes', async () => {
    const { market } = await world.newMarket();
    // This machine, by an address that is not known to be: so it is taken for a cluster with real money.
    const url = world.rpcUrl.replace('127.0.0.1', '0.0.0.0');
    const elsewhere = (more: string[], person: { answer?: boolean | null }) =>
      world.percosec(['create-market', market, `--url=${url}`, ...OPTIONS, ...more], person);
    const nobody = await elsewhere([], { answer: null });
    expect(nobody).toMatchObject({ exit: 1, err: expect.stringContaining('Nobody can be asked here') });
    const refusing = await elsewhere([], { answer: false });
    expect(refusing).toMatchObject({ exit: 1, err: expect.stringContaining('Nothing was sent, as you said.') });
    expect(refusing.asked[0]).toMatch(/This spends 0\.0\d+ SOL on http:\/\/0\.0\.0\.0/);
    expect(await partsOf(market)).toEqual(NONE);
    expect(await elsewhere(['--dry-run'], {})).toMatchObject({ exit: 0, asked: [] });
    expect(await elsewhere([], { answer: true })).toMatchObject({ exit: 0 });
    expect(await partsOf(market)).toEqual(ALL);
    expect(await elsewhere(['--yes'], {})).toMatchObject({ exit: 0, asked: [] });
  });

  it('tells of too little SOL before anything is sent', async () => {
    const poor = await world.person('poor', { sol: 10_000_000n });
    world.keep('/poor.json', poor.keypair);
    const { market } = await world.newMarket({ authority: poor.address });
    const { exit, err } = await create(market, ['--keypair=/poor.json']);
    expect(exit).toBe(1);
    expect(err).toMatch(/The wallet holds 0\.01.SOL/);
    expect(await partsOf(market)).toEqual(NONE);
  });
});

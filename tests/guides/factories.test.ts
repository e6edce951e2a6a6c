// What the SDK's factories find by themselves, held to the addresses of PROTOCOL.md.
import { insolvencyHandlerProgram, insurancePoolProgram, premiumManagerProgram } from '@percosec/sdk/anchor';
import type { PublicKey } from '@solana/web3.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insolvencyRecordOf, shareMintOf } from '../programs/support/addresses.ts';
import { Reader, WAYS } from './support/reader.ts';
import { startWorld, type World } from './support/world.ts';

const [, sdk] = WAYS;

let world: World;
let market: PublicKey;
beforeAll(async () => {
  world = await startWorld();
  market = world.newMarket().address;
  await new Reader(world, sdk, market, world.provider).follow(['pool', 'risk', 'premium']);
});
afterAll(() => world.close());

const found = async (builder: { pubkeys(): Promise<object> }) => ({ ...(await builder.pubkeys()) });

describe('accounts that are not named', () => {
  it('follow from the pool alone', async () => {
    const { pool, ...accounts } = world.accountsOf(market, world.provider.publicKey);
    const { vault, marketClaims, premiumState, position, shareMint, depositorShareAccount } = accounts;
    expect(await found(insurancePoolProgram(world.provider).methods.deposit(1).accounts({ pool }))).toMatchObject({
      ...{ pool, market, vault, marketClaims, premiumState, position, shareMint, depositorShareAccount },
      depositor: world.provider.publicKey,
      depositorTokenAccount: world.usdcAccountOf(world.provider.publicKey),
    });
  });

  it('follow from the premium state, whose market its instruction does not name', async () => {
    const { premiumState, premiumVault, treasury } = world.accountsOf(market, world.provider.publicKey);
    const builder = premiumManagerProgram(world.provider).methods.collect(1, 0).accounts({ premiumState });
    expect(await found(builder)).toMatchObject({
      ...{ premiumVault, treasury },
      payerTokenAccount: world.usdcAccountOf(world.provider.publicKey),
    });
  });

  it('are a claim’s next record, where the market wants it paid, and the keeper’s own', async () => {
    const builder = insolvencyHandlerProgram(world.provider).methods.reportDeficit(1).accounts({ market });
    expect(await found(builder)).toMatchObject({
      coverVault: world.coverVault,
      insolvencyRecord: insolvencyRecordOf(market, 0n),
      keeperTokenAccount: world.usdcAccountOf(world.provider.publicKey),
    });
  });

  it('are of the next generation where a pool begins anew', async () => {
    const { pool } = world.accountsOf(market, world.provider.publicKey);
    const builder = insurancePoolProgram(world.provider).methods.reopen().accounts({ market });
    expect(await found(builder)).toMatchObject({ shareMint: shareMintOf(pool, 1) });
  });

  it('are asked for where nothing says which market it is', async () => {
    const { methods } = insurancePoolProgram(world.provider);
    await expect(methods.deposit(1).accounts({}).pubkeys()).rejects.toThrow(
      'deposit was not told which market it is about. Pass one of these to .accounts(): pool, market, marketClaims, premiumState.',
    );
  });

  it('are not made up for a market that is not there', async () => {
    const nobody = world.usdcAccountOf(world.provider.publicKey);
    const { methods } = insurancePoolProgram(world.provider);
    const terms = { minReserveBps: 800, insolvencyThreshold: 1, epochDuration: 100 };
    await expect(methods.initializePool(terms).accounts({ market: nobody }).rpc()).rejects.toThrow(
      'is no InsuredMarket',
    );
    await expect(methods.deposit(1).accounts({ pool: nobody }).rpc()).rejects.toThrow('is no InsurancePool');
  });
});

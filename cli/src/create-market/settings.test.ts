import { describe, expect, it } from 'vitest';
import { parse } from '../command.ts';
import { createMarket } from './command.ts';
import { readSettings } from './settings.ts';

const FEED = 'ef'.repeat(32);
const GUIDE = {
  'min-reserve-bps': '800',
  'insolvency-threshold': '50000',
  'epoch-duration': '100',
  'oracle-feed': FEED,
  'max-leverage-bps': '200000',
  'min-cover-bps': '1000',
  'max-oracle-age': '60',
};

const read = (change: Record<string, string> = {}, decimals = 6) => {
  const options = Object.entries({ ...GUIDE, ...change }).map(([name, value]) => `--${name}=${value}`);
  return readSettings(parse(createMarket, ['market', ...options]), decimals);
};

describe('settings', () => {
  it('have the protocol’s defaults', () => {
    expect(read()).toEqual({
      pool: {
        minReserveBps: 800,
        insolvencyThreshold: 50_000_000_000n,
        epochDuration: 100n,
        lockEpochs: 15_120,
        cooldownEpochs: 0,
        windowEpochs: 2_160,
        claimCapBps: 10_000,
        coverBps: 1_000,
      },
      config: {
        oracleFeed: new Uint8Array(32).fill(0xef),
        maxLeverageBps: 200_000n,
        minCoverBps: 1_000,
        maxOracleAgeSecs: 60,
      },
      premium: { epochDuration: 100n, protocolFeeBps: 500, keeperFee: 5_000n },
    });
  });

  it('round a default up to whole epochs, and never lock for less than two without a cooldown', () => {
    expect(read({ 'epoch-duration': '1000000' }).pool).toMatchObject({ lockEpochs: 2, windowEpochs: 1 });
    expect(read({ 'epoch-duration': '1512000' }).pool).toMatchObject({ lockEpochs: 2, windowEpochs: 1 });
    expect(read({ 'epoch-duration': '1512000', 'cooldown-epochs': '1' }).pool).toMatchObject({ lockEpochs: 1 });
  });

  it('are as they are given', () => {
    const { pool, premium } = read({
      ...{ 'lock-epochs': '3', 'cooldown-epochs': '2', 'window-epochs': '4', 'claim-cap-bps': '1', 'cover-bps': '0' },
      ...{ 'protocol-fee-bps': '0', 'keeper-fee': '0.000001', 'insolvency-threshold': '1,234.5' },
    });
    expect(pool).toMatchObject({ lockEpochs: 3, cooldownEpochs: 2, windowEpochs: 4, claimCapBps: 1, coverBps: 0 });
    expect(pool.insolvencyThreshold).toBe(1_234_500_000n);
    expect(premium).toMatchObject({ protocolFeeBps: 0, keeperFee: 1n });
  });

  it('count amounts in units of any collateral', () => {
    expect(read({ 'insolvency-threshold': '2', 'keeper-fee': '0.0005' }, 9)).toMatchObject({
      pool: { insolvencyThreshold: 2_000_000_000n },
      premium: { keeperFee: 500_000n },
    });
  });

  it.each([
    ['min-reserve-bps', '5001', '0 to 5000'],
    ['min-reserve-bps', '-1', '0 to 5000'],
    ['min-reserve-bps', '8e2', '0 to 5000'],
    ['epoch-duration', '0', 'at least 1'],
    ['epoch-duration', '1.5', 'at least 1'],
    ['epoch-duration', '99999999999999999999', 'at least 1'],
    ['lock-epochs', '0', 'at least 1'],
    ['lock-epochs', '1', 'at least 2 together'],
    ['lock-epochs', '4294967296', 'at least 1'],
    ['lock-epochs', '999999', 'at most a year'],
    ['window-epochs', '0', 'at least 1'],
    ['claim-cap-bps', '0', '1 to 10000'],
    ['claim-cap-bps', '10001', '1 to 10000'],
    ['cover-bps', '10001', '0 to 10000'],
    ['max-leverage-bps', '9999', 'at least 10000'],
    ['min-cover-bps', '10001', '0 to 10000'],
    ['max-oracle-age', '0', '1 to 3600'],
    ['max-oracle-age', '3601', '1 to 3600'],
    ['protocol-fee-bps', '2001', '0 to 2000'],
    ['keeper-fee', '0', 'from 1 to 1000000'],
    ['keeper-fee', '1.000001', 'from 1 to 1000000'],
  ])('that break a rule are refused by it: --%s %s', (name, value, rule) => {
    expect(() => read({ [name]: value })).toThrow(rule);
    expect(() => read({ [name]: value })).toThrow('InvalidParameter');
  });

  it.each([
    ['insolvency-threshold', 'many', 'not-a-number'],
    ['insolvency-threshold', '-5', 'negative'],
    ['insolvency-threshold', '0.0000001', 'too-many-decimals'],
    ['insolvency-threshold', '1e6', 'exponent'],
    ['keeper-fee', '99999999999999', 'too-large'],
    ['oracle-feed', 'ef', 'no Pyth feed id'],
    ['oracle-feed', `${FEED}00`, 'no Pyth feed id'],
    ['oracle-feed', 'xy'.repeat(32), 'no Pyth feed id'],
  ])('that cannot be read are refused: --%s %s', (name, value, why) => {
    expect(() => read({ [name]: value })).toThrow(why);
  });

  it('take a feed with 0x in front, too', () => {
    expect(read({ 'oracle-feed': `0x${FEED}` }).config.oracleFeed).toEqual(new Uint8Array(32).fill(0xef));
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { Chain } from '../chain/chain.ts';
import { type Settled, settleScenario } from './settle.ts';
import { statusBlock } from './status.ts';

const endpoints = { rpcUrl: 'http://127.0.0.1:1', wsUrl: 'ws://127.0.0.1:2' };

describe('on the scenario', () => {
  const chain = new Chain();
  let settled: Settled | null;
  let block: string;
  beforeAll(async () => {
    settled = await settleScenario(chain, true);
    block = await statusBlock(chain, settled?.cast ?? null, endpoints);
  });

  it('names every market with its address, grade and claims', () => {
    for (const [symbol, grade] of [
      ['SOL-PERP', 'Low'],
      ['WIF-PERP', 'High'],
      ['JTO-PERP', 'Moderate'],
    ] as const) {
      const { market } = settled?.description.markets.find((each) => each.symbol === symbol) ?? {};
      const line = block.split('\n').find((each) => each.includes(symbol)) ?? '';
      expect(line).toContain(market);
      expect(line).toContain(grade);
    }
    expect(block).toMatch(/JTO-PERP.* 4, uncovered [\d,]+ USDC/);
  });

  it('fits a terminal and tells no secret', () => {
    const { cast } = settled as Settled;
    for (const line of block.split('\n')) expect(line.length).toBeLessThanOrEqual(130);
    for (const { wallet } of [...Object.values(cast.providers), cast.faucet, cast.keeper]) {
      const hex = Buffer.from(wallet.secretKey.subarray(0, 32)).toString('hex');
      expect(block).not.toContain(hex);
      expect(block).not.toContain([...wallet.secretKey.subarray(0, 8)].join(','));
    }
    expect(block).toContain(cast.providers.demo.wallet.address);
  });
});

it('on an empty chain tells where it is and what is deployed', async () => {
  const chain = new Chain();
  const block = await statusBlock(chain, null, endpoints);
  expect(block).toContain(endpoints.rpcUrl);
  expect(block).toContain(endpoints.wsUrl);
  expect(block).toContain(chain.programs.risk_engine.address);
  expect(block).not.toContain('Market');
  expect(block).not.toContain('percosec_scenario');
});

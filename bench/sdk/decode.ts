// How long it takes to read an account: the SDK's codec, Anchor's coder, and a floor that reads one figure by hand.
import type { BorshCoder } from '@coral-xyz/anchor';
import { type AccountCodec, insurancePoolCodec, providerPositionCodec, riskMetricsCodec } from '@percosec/sdk';
import type { PublicKey } from '@solana/web3.js';
import { poolOf, positionOf, riskMetricsOf } from '../../tests/programs/support/addresses.ts';
import { programs } from '../../tests/programs/support/artifacts.ts';
import { deposit, updateScore } from '../../tests/programs/support/instructions.ts';
import { usdc } from '../../tests/programs/support/money.ts';
import { accepted } from '../../tests/programs/support/outcome.ts';
import { World } from '../../tests/programs/support/scenario.ts';
import { atLeast, number, type Part } from '../report.ts';

const TIMES_FASTER = 5;
const ROUNDS = 31;
const DECODES_A_ROUND = 2_000;

interface Subject {
  readonly name: string;
  readonly data: Uint8Array;
  readonly codec: AccountCodec<unknown>;
  readonly coder: BorshCoder;
}

/** Accounts as the programs leave them, the rings of the score half full. */
function subjects(): Subject[] {
  const world = new World({ seed: 'decode' });
  const lp = world.actor('lp', usdc(10_000));
  accepted(world.send(deposit(world, { depositor: lp, amount: usdc(10_000) })));
  for (let epoch = 0; epoch < 16; epoch++) {
    world.nextEpoch();
    world.setPrice({ price: 15_000_000_000n + BigInt(epoch) * 7_654_321n });
    accepted(world.send(updateScore(world)));
  }
  const subject = (codec: AccountCodec<unknown>, address: PublicKey, program: keyof typeof programs): Subject => {
    const data = world.chain.rawAccount(address)?.data;
    if (data === undefined) throw new Error(`${codec.name} was not made`);
    return { name: codec.name, data, codec, coder: programs[program].coder };
  };
  const pool = poolOf(world.market);
  return [
    subject(insurancePoolCodec, pool, 'insurance_pool'),
    subject(providerPositionCodec, positionOf(pool, lp.address), 'insurance_pool'),
    subject(riskMetricsCodec, riskMetricsOf(world.market), 'risk_engine'),
  ];
}

const median = (values: readonly number[]) => [...values].sort((left, right) => left - right)[values.length >> 1] ?? 0;

/** Nanoseconds a call, the contestants taking turns so that the machine's moods meet them all. */
function race(contestants: readonly (() => unknown)[]): number[] {
  const times = contestants.map((): number[] => []);
  let kept: unknown;
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, contestant] of contestants.entries()) {
      const start = process.hrtime.bigint();
      for (let count = 0; count < DECODES_A_ROUND; count++) kept = contestant();
      times[index]?.push(Number(process.hrtime.bigint() - start) / DECODES_A_ROUND);
    }
  }
  if (kept === undefined) throw new Error('nothing was decoded');
  return times.map(median);
}

export function decodePart(): Part {
  const rows = subjects().map(({ name, data, codec, coder }) => {
    const buffer = Buffer.from(data);
    const floor = () => new DataView(data.buffer, data.byteOffset).getBigUint64(data.length - 16, true);
    const [own = 0, anchor = 0, bare = 0] = race([
      () => codec.decode(data),
      () => coder.accounts.decode(name, buffer),
      floor,
    ]);
    return { name, own, anchor, bare, faster: anchor / own };
  });
  return {
    title: 'Reading an account',
    says: `Nanoseconds a decode, medians of ${ROUNDS} rounds in which the three take turns.`,
    sections: [
      {
        title: 'Decoding',
        says: 'Peer: Anchor’s BorshCoder on the IDL. Floor: one figure read by hand.',
        head: ['account', 'SDK', 'Anchor', '× faster', 'floor'],
        rows: rows.map(({ name, own, anchor, bare, faster }) => [
          name,
          ...[own, anchor].map((time) => number(Math.round(time))),
          faster.toFixed(1),
          number(Math.round(bare)),
        ]),
      },
    ],
    goals: rows.map(({ name, faster }) =>
      atLeast(`${name} decodes faster than Anchor’s coder`, Number(faster.toFixed(1)), TIMES_FASTER, '×'),
    ),
  };
}

// How long it takes to read an account: the SDK's codec, Anchor's coder, and a floor that reads one figure by hand.
import type { BorshCoder } from '@coral-xyz/anchor';
import {
  type AccountCodec,
  addressFromBytes,
  insurancePoolCodec,
  providerPositionCodec,
  riskMetricsCodec,
} from '@percosec/sdk';
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

/** The same account with addresses never seen before, as on a page that meets its hundredth pool. */
const STRANGERS = 500;

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

const isAddress = (value: unknown) => typeof value === 'string' && value.length >= 32;

function strangers({ codec, data }: Subject): Uint8Array[] {
  const known = codec.decode(data) as Record<string, unknown>;
  return Array.from({ length: STRANGERS }, () =>
    codec.encode(
      Object.fromEntries(
        Object.entries(known).map(([name, value]) => [
          name,
          isAddress(value) ? addressFromBytes(crypto.getRandomValues(new Uint8Array(32))) : value,
        ]),
      ),
    ),
  );
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

/** Gives the items in turn, for ever. */
function turning<T>(items: readonly T[]): () => T {
  let next = 0;
  return () => items[next++ % items.length] as T;
}

export function decodePart(): Part {
  const rows = subjects().map((subject) => {
    const { name, data, codec, coder } = subject;
    const [one, other] = [turning(strangers(subject)), turning(strangers(subject).map((bytes) => Buffer.from(bytes)))];
    const buffer = Buffer.from(data);
    const [own = 0, anchor = 0, ownNew = 0, anchorNew = 0, bare = 0] = race([
      () => codec.decode(data),
      () => coder.accounts.decode(name, buffer),
      () => codec.decode(one()),
      () => coder.accounts.decode(name, other()),
      () => new DataView(data.buffer, data.byteOffset).getBigUint64(data.length - 16, true),
    ]);
    return { name, own, anchor, faster: anchor / own, ownNew, fasterNew: anchorNew / ownNew, bare };
  });
  return {
    title: 'Reading an account',
    says: `Nanoseconds a decode, medians of ${ROUNDS} rounds in which all take turns. Peer: Anchor’s BorshCoder on the IDL. Floor: one figure read by hand.`,
    sections: [
      {
        title: 'Decoding',
        says: 'The same account again, as when it is followed; and accounts full of addresses never seen before.',
        head: ['account', 'SDK', 'Anchor', '× faster', 'SDK, new addresses', '× faster then', 'floor'],
        rows: rows.map(({ name, own, anchor, faster, ownNew, fasterNew, bare }) => [
          name,
          ...[own, anchor].map((time) => number(Math.round(time))),
          faster.toFixed(1),
          number(Math.round(ownNew)),
          fasterNew.toFixed(1),
          number(Math.round(bare)),
        ]),
      },
    ],
    goals: rows.map(({ name, faster }) =>
      atLeast(`${name} decodes faster than Anchor’s coder`, Number(faster.toFixed(1)), TIMES_FASTER, '×'),
    ),
  };
}

// What an instruction changes, it must be allowed to change: passed read-only, it is refused, by the runtime at the latest.
import type { TransactionInstruction } from '@solana/web3.js';
import { expect, it } from 'vitest';
import { handlerAuthority } from '../support/addresses.ts';
import { programById } from '../support/artifacts.ts';
import { holder, lose } from '../support/fortunes.ts';
import {
  coverDeficit,
  initializeClaims,
  type Overrides,
  payQueued,
  reopen,
  reportDeficit,
} from '../support/instructions.ts';
import { usdc } from '../support/money.ts';
import { accepted } from '../support/outcome.ts';
import { refusesReadonly } from '../support/readonly.ts';
import { World } from '../support/scenario.ts';
import { camel } from '../support/values.ts';

const POOL = usdc(100_000);

/** A world in which the instruction would go through, and how to build it there. */
const changing: Readonly<Record<string, () => [World, (overrides: Overrides) => TransactionInstruction]>> = {
  initialize_claims: () => {
    const world = new World({ parts: [] });
    const payer = world.chain.fundedAddress('payer');
    return [world, (overrides) => initializeClaims(world, { payer }, overrides)];
  },
  report_deficit: () => {
    const world = new World();
    holder(world, 'alice', POOL);
    world.addDeficit(usdc(60_000));
    const reporter = world.chain.fundedAddress('reporter');
    return [world, (overrides) => reportDeficit(world, { reporter, amount: 0n }, overrides)];
  },
  cover_deficit: () => {
    const world = new World();
    holder(world, 'alice', POOL);
    return [world, (overrides) => coverDeficit(world, { amount: usdc(1) }, overrides)];
  },
  pay_queued: () => {
    const world = new World({ pool: { claimCapBps: 1_000 } });
    holder(world, 'alice', POOL);
    world.nextEpoch();
    lose(world, usdc(60_000));
    world.nextEpoch();
    return [world, (overrides) => payQueued(world, overrides)];
  },
  reopen: () => {
    const world = new World();
    holder(world, 'alice', POOL);
    lose(world, POOL);
    const payer = world.chain.fundedAddress('payer');
    return [world, (overrides) => reopen(world, { payer }, overrides)];
  },
};

/** Those without which only a fee is skipped, and payers: a read-only payer is no signer to Anchor. */
const SKIPPED = ['treasury', 'keeperTokenAccount', 'payer', 'reporter'];

it.each(Object.entries(changing))('%s', (name, prepare) => {
  const [world, build] = prepare();
  const whole = build({});
  const idl = programById(whole.programId)?.idl.instructions.find((instruction) => instruction.name === name);
  const writable = (idl?.accounts ?? []).flatMap((account) =>
    'writable' in account && account.writable ? [camel(account.name)] : [],
  );
  expect(writable.length).toBeGreaterThan(1);
  const written = writable.filter((account) => !SKIPPED.includes(account));
  const options = { impersonate: [handlerAuthority] };
  refusesReadonly(world, (flags) => build({ writable: flags }), written, options);
  accepted(world.send(whole, options));
});

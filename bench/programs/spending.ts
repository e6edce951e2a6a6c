// What one deposit and one withdrawal spend their compute on, instruction by instruction.
//
// An SBF instruction costs one compute unit, so the recorded steps are the bill; the runtime's own charges are what is
// left between the units that it logs at each call. A run of steps is booked to the account that it ends by touching,
// or to the syscall that it ends with: what comes before an access prepares it.
import type { TransactionInstruction } from '@solana/web3.js';
import { type ProgramName, programs } from '../../tests/programs/support/artifacts.ts';
import type { Chain } from '../../tests/programs/support/chain.ts';
import * as ix from '../../tests/programs/support/instructions.ts';
import { usdc } from '../../tests/programs/support/money.ts';
import { type Accepted, accepted } from '../../tests/programs/support/outcome.ts';
import { World } from '../../tests/programs/support/scenario.ts';
import { camel } from '../../tests/programs/support/values.ts';
import { type Recorder, recorded, type Step, SYSCALL } from './trace.ts';

const PURPOSES = {
  runtime: "the runtime's two calls of the token program",
  token: 'the token program',
  calls: 'building the two calls',
  log: "the event: the runtime's log",
  event: 'the event: its bytes',
  entry: 'entrypoint, dispatch, return',
  walk: 'walking the accounts',
  checks: 'checking accounts: flags, owners, addresses, discriminators',
  clock: 'the clock: syscall, and moving the accounts struct',
  shares: 'share arithmetic in 128 bits',
  books: 'epoch, deficit, premium, position: rules, books, invariants',
} as const;
type Purpose = keyof typeof PURPOSES;

export interface Spending {
  readonly instruction: string;
  readonly total: number;
  readonly lines: readonly { readonly purpose: string; readonly units: number }[];
}

// --- where the accounts lie in a program's input

const INPUT = 0x4_0000_0000n;
const ACCOUNT_HEADER = 88;
const GROWTH = 10_240;
const RENT_EPOCH = 8;

interface Place {
  readonly name: string;
  /** Where data says whose it is, not what it holds. */
  readonly identifies: (offset: number) => boolean;
  readonly start: bigint;
  readonly data: bigint;
  readonly end: bigint;
}

function placesOf(chain: Chain, instruction: TransactionInstruction, names: readonly string[]): Place[] {
  let offset = 8;
  return instruction.keys.map(({ pubkey }, position) => {
    const bytes = chain.rawAccount(pubkey)?.data.length ?? 0;
    const start = INPUT + BigInt(offset);
    offset += Math.ceil((ACCOUNT_HEADER + bytes + GROWTH) / 8) * 8 + RENT_EPOCH;
    const data = start + BigInt(ACCOUNT_HEADER);
    const name = names[position] as string;
    return { name, identifies: identityOf(name), start, data, end: data + BigInt(bytes) };
  });
}

const DISCRIMINATOR = 8;
/** Of the market's header: discriminator, version. */
const MARKET_IDENTITY = 9;
const SIZES: Record<string, number> = { pubkey: 32, u64: 8, i64: 8, u32: 4, i32: 4, u16: 2, u8: 1 };
const ACCOUNT_TYPES: Record<string, [ProgramName, string]> = {
  pool: ['insurance_pool', 'InsurancePool'],
  position: ['insurance_pool', 'ProviderPosition'],
  marketClaims: ['insolvency_handler', 'MarketClaims'],
  premiumState: ['premium_manager', 'PremiumState'],
};

function identityOf(account: string): Place['identifies'] {
  const type = ACCOUNT_TYPES[account];
  if (type === undefined) return (offset) => offset < MARKET_IDENTITY;
  const [program, name] = type;
  const definition = programs[program].idl.types?.find((candidate) => candidate.name === name)?.type;
  const fields = definition?.kind === 'struct' ? (definition.fields ?? []) : [];
  let end = DISCRIMINATOR;
  const addresses: [start: number, end: number][] = [[0, DISCRIMINATOR]];
  for (const field of fields) {
    const kind = typeof field === 'object' && 'type' in field ? field.type : undefined;
    const bytes = typeof kind === 'string' ? SIZES[kind] : undefined;
    if (bytes === undefined) break;
    if (kind === 'pubkey') addresses.push([end, end + bytes]);
    end += bytes;
  }
  return (offset) => addresses.some(([start, stop]) => offset >= start && offset < stop);
}

// --- the bill

const OWN = new Set(['pool', 'position']);
/** Fewer multiplications are an index or a constant; two 64-bit numbers take at least this many. */
const WIDE = 3;

class Bill {
  readonly units = new Map<Purpose, number>();

  book(purpose: Purpose, units: number): void {
    this.units.set(purpose, (this.units.get(purpose) ?? 0) + units);
  }
}

function bookSteps(bill: Bill, steps: readonly Step[], places: readonly Place[]): void {
  const placeOf = ({ address }: Step) =>
    address === null ? undefined : places.find(({ start, end }) => address >= start && address < end);
  const touched = steps.map(placeOf);
  const firstTouches = places.map((place) => touched.indexOf(place)).filter((index) => index >= 0);
  const walkStart = Math.min(...firstTouches);
  const walkEnd = Math.max(...firstTouches.filter((index) => index < firstSyscall(steps)));
  const calls = steps.flatMap(({ syscall }, index) => (syscall === SYSCALL.invoke ? [index] : []));
  const [firstCall = steps.length, lastCall = steps.length] = [calls[0], calls.at(-1)];
  const log = steps.findIndex(({ syscall }) => syscall === SYSCALL.log);
  const writesBooks = (step: Step, index: number) => {
    const place = touched[index];
    return place !== undefined && OWN.has(place.name) && step.writes && (step.address as bigint) >= place.data;
  };
  const lastWrite = steps.findLastIndex((step, index) => index < firstCall && writesBooks(step, index));

  let runStart = 0;
  for (const [index, step] of steps.entries()) {
    const place = touched[index];
    if (place === undefined && step.syscall === null && index < steps.length - 1) continue;
    const run = steps.slice(runStart, index + 1);
    const purpose = ((): Purpose => {
      if (index <= walkStart || index > log) return 'entry';
      if (index <= walkEnd) return 'walk';
      if (index < firstSyscall(steps)) return 'checks';
      if (index > lastCall) return 'event';
      if (index > lastWrite) return 'calls';
      if (step.syscall !== null) return 'clock';
      if (run.filter(({ multiplies }) => multiplies).length >= WIDE) return 'shares';
      if (place === undefined) return 'books';
      const offset = Number((step.address as bigint) - place.data);
      return offset < 0 || place.identifies(offset) ? 'checks' : 'books';
    })();
    bill.book(purpose, run.length);
    runStart = index + 1;
  }
}

const firstSyscall = (steps: readonly Step[]) => steps.findIndex(({ syscall }) => syscall !== null);

const UNITS = /^Program \w+ consumed (\d+) of (\d+) compute units$/;

/** What the runtime charged beside the steps: between the units left that it logs, nothing else can have gone. */
function bookCharges(bill: Bill, steps: readonly Step[], { logs, cu }: Accepted): void {
  const consumed = logs.flatMap((line) => {
    const [, used, left] = UNITS.exec(line) ?? [];
    return used === undefined ? [] : [{ used: Number(used), left: Number(left) }];
  });
  const [first, second, own, ...more] = consumed;
  if (first === undefined || second === undefined || own === undefined || more.length > 0) {
    throw new Error(`two calls were expected:\n${logs.join('\n')}`);
  }
  const [firstCall = 0, secondCall = 0] = steps.flatMap((step, index) =>
    step.syscall === SYSCALL.invoke ? [index] : [],
  );
  const call = first.left - first.used - second.left - (secondCall - firstCall);
  const beforeCalls = own.left - first.left - (firstCall + 1) - call;
  bill.book('token', first.used + second.used);
  bill.book('runtime', 2 * call);
  bill.book('clock', beforeCalls);
  bill.book('log', cu - [...bill.units.values()].reduce((sum, units) => sum + units, 0));
}

function spendingOf(world: World, recorder: Recorder, name: string, instruction: TransactionInstruction): Spending {
  const { id, instructions } = programs.insurance_pool;
  const names = instructions.get(name)?.accounts.map((account) => camel(account.name)) ?? [];
  const places = placesOf(world.chain, instruction, names);
  const bill = new Bill();
  let outcome: Accepted | undefined;
  const steps = recorder.steps(id, () => {
    outcome = accepted(world.send(instruction));
  });
  if (outcome === undefined) throw new Error('nothing ran');
  bookSteps(bill, steps, places);
  bookCharges(bill, steps, outcome);
  const lines = Object.entries(PURPOSES).map(([purpose, says]) => ({
    purpose: says,
    units: bill.units.get(purpose as Purpose) ?? 0,
  }));
  return { instruction: name, total: outcome.cu, lines };
}

/** On an existing position, in a pool whose shares have gained and to which premium is owed; no epoch begins. */
export function measureSpending(): Spending[] {
  const { made: world, recorder } = recorded(() => new World({ seed: 'bench spending' }));
  const holder = world.actor('holder', usdc(10_000_000));
  const collect = () =>
    accepted(world.send(ix.collect(world, { payer: holder, amount: usdc(1_234), source: ix.PREMIUM_SOURCE.premium })));
  const deposit = (amount: bigint) => ix.deposit(world, { depositor: holder, amount });
  const withdraw = (shares: bigint) => ix.withdraw(world, { depositor: holder, shares });
  accepted(world.send(deposit(usdc(1_000_000))));
  collect();
  world.nextEpoch();
  accepted(world.send(ix.settleEpoch(world)));
  collect();
  const deposited = spendingOf(world, recorder, 'deposit', deposit(usdc('98765.4321')));
  world.nextEpoch(2n);
  accepted(world.send(withdraw(1n)));
  return [deposited, spendingOf(world, recorder, 'withdraw', withdraw(usdc('12345.678901')))];
}

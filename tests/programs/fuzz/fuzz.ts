// Tries what a program must refuse, and looks whether it did: by a named error, without a changed byte.
//
// In `npm test` each program sees 5,000 tries; `npm run test:fuzz` makes it 100,000. Other numbers and seeds:
//   FUZZ_TRIES=1000000 FUZZ_SEED=any-text npm test -- tests/programs/fuzz
import { type PublicKey, TransactionInstruction } from '@solana/web3.js';
import { describe, expect, it } from 'vitest';
import { type ProgramName, programs } from '../support/artifacts.ts';
import type { Chain } from '../support/chain.ts';
import { accepted, type Outcome } from '../support/outcome.ts';
import { randomOf } from '../support/random.ts';
import { type Attempt, Mutator } from './mutations.ts';
import { bystanders, prepareTargets, type Target } from './targets.ts';

const TRIES = Number(process.env.FUZZ_TRIES ?? 5_000);
const SEED = process.env.FUZZ_SEED ?? 'percosec';
/** All accounts are compared after so many tries. */
const BATCH = 500;

/** What is wrong with an outcome, where it is not a refusal by name. */
function wrong(outcome: Outcome): string | null {
  if (outcome.ok) return 'accepted';
  const { name, program } = outcome.error;
  if (name === 'ProgramFailedToComplete') return 'aborted';
  return /\W|^\d/.test(name) ? `refused without a name by ${program}: ${name}` : null;
}

class Bench {
  readonly #chain: Chain;
  readonly #mutator: Mutator;
  #state: ReadonlyMap<string, string>;
  readonly findings = new Map<string, string>();
  readonly refusals = new Map<string, number>();

  constructor(chain: Chain, mutator: Mutator) {
    this.#chain = chain;
    this.#mutator = mutator;
    this.#state = this.#look();
  }

  #look(): ReadonlyMap<string, string> {
    return new Map(this.#mutator.addresses.map((address) => [address.toBase58(), this.#stateOf(address)]));
  }

  #stateOf(address: PublicKey): string {
    const { svm } = this.#chain;
    const account = svm.getAccount(address.toBase58() as never);
    if (!account.exists) return 'absent';
    return `${account.programAddress} ${account.lamports} ${Buffer.from(account.data).toString('latin1')}`;
  }

  try(target: Target, attempt: Attempt): void {
    const { programId } = target.instruction;
    const { how, broken, keys, data } = attempt;
    const original = broken && this.#chain.rawAccount(broken.address);
    if (broken && original) this.#chain.putAccount(broken.address, broken.owner, broken.data, original.lamports);
    const before = broken && this.#stateOf(broken.address);
    const { impersonate } = target;
    const outcome = this.#chain.send(new TransactionInstruction({ programId, keys, data }), { impersonate });
    const problem = broken && this.#stateOf(broken.address) !== before ? 'changed a byte' : wrong(outcome);
    if (broken && original) this.#chain.putAccount(broken.address, original.owner, original.data, original.lamports);

    if (outcome.error) {
      const name = `${outcome.error.program}.${outcome.error.name}`;
      this.refusals.set(name, (this.refusals.get(name) ?? 0) + 1);
    }
    if (problem === null) return;
    const what = `${target.name}, ${how}: ${problem}`;
    if (this.findings.has(what)) return;
    const accounts = keys.map(({ pubkey }, index) => `${target.accounts[index]} ${pubkey.toBase58()}`);
    const told = [`data ${data.toString('hex')}`, ...accounts, ...outcome.logs].join('\n    ');
    this.findings.set(what, `${what}\n    ${told}`);
  }

  /** The accounts that are not as they were at the beginning. */
  changed(): string[] {
    const now = this.#look();
    return [...now].filter(([address, state]) => this.#state.get(address) !== state).map(([address]) => address);
  }
}

export function fuzz(program: ProgramName): void {
  describe(`random bytes and accounts for ${program}`, () => {
    const { world, targets: all } = prepareTargets();
    const targets = all.filter((target) => target.program === program);
    const random = randomOf(`${SEED}/${program}`);
    const mutator = new Mutator(world.chain, random, all, bystanders(world));
    const bench = new Bench(world.chain, mutator);

    it('has one of each instruction to mutate', () => {
      const names = targets.map(({ name }) => name);
      expect([...new Set(names)].sort()).toEqual([...programs[program].instructions.keys()].sort());
    });

    it(`refuses ${TRIES} tries by name, changing nothing`, { timeout: 1_800_000 }, () => {
      for (let tried = 0; tried < TRIES; tried++) {
        const target = targets[tried % targets.length] as Target;
        bench.try(target, mutator.attempt(target));
        // What an accepted try changed would only lead to more findings.
        if (bench.findings.size > 0 || tried % BATCH === BATCH - 1 || tried === TRIES - 1) {
          expect([...bench.findings.values()].join('\n'), `seed ${SEED}, try ${tried + 1}`).toBe('');
          expect(bench.changed(), `changed by one of the ${BATCH} tries before ${tried + 1}`).toEqual([]);
        }
      }
    });

    // So none of the tries was refused for anything but its mutation.
    it.each(targets)('accepts $name as it was', ({ instruction, impersonate }) => {
      accepted(world.send(instruction, { impersonate }));
    });
  });
}

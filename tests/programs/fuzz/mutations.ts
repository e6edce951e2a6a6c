// What callers may send instead of an instruction: other bytes, other accounts, fewer, in another order, with other
// rights. Each mutation is one after which the instruction has to be refused.
import type { Address } from '@solana/kit';
import { PublicKey, type TransactionInstruction } from '@solana/web3.js';
import { programById } from '../support/artifacts.ts';
import type { Chain } from '../support/chain.ts';
import { RECEIVER_PROGRAM } from '../support/oracle.ts';
import { TOKEN_PROGRAM } from '../support/token.ts';
import type { Random, Target } from './targets.ts';

export type Keys = TransactionInstruction['keys'];

/** In the place of a real account, while the instruction runs. */
export interface Broken {
  readonly address: PublicKey;
  readonly owner: PublicKey;
  readonly data: Uint8Array;
}

export interface Attempt {
  readonly how: string;
  readonly keys: Keys;
  readonly data: Buffer;
  readonly broken: Broken | null;
}

const DISCRIMINATOR = 8;

function randomBytes(random: Random, length: number): Buffer {
  const bytes = Buffer.alloc(length + 8);
  for (let offset = 0; offset < length; offset += 8) bytes.writeBigUInt64LE(random.between(0n, 2n ** 64n - 1n), offset);
  return bytes.subarray(0, length);
}

const upTo = (random: Random, most: number) => Number(random.between(0n, BigInt(most)));

function flipped(random: Random, data: Uint8Array, within = data.length): Buffer {
  const bytes = Buffer.from(data);
  for (let flips = upTo(random, 7); flips >= 0; flips--) {
    const at = upTo(random, within - 1);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << upTo(random, 7));
  }
  return bytes.equals(data) ? flipped(random, data, within) : bytes;
}

const OWNERS = [new PublicKey(Buffer.alloc(32, 7)), PublicKey.default, TOKEN_PROGRAM];

/** Bytes and owner that can't be taken for the account's. */
function unreadable(random: Random, { owner, data }: { owner: PublicKey; data: Uint8Array }): Omit<Broken, 'address'> {
  const others = OWNERS.filter((other) => !other.equals(owner));
  const ways = [
    () => ({ owner: random.pick(others), data }),
    () => ({ owner, data: data.subarray(0, upTo(random, Math.floor(data.length / 2))) }),
    () => ({ owner: random.pick(others), data: flipped(random, data) }),
  ];
  // A token account has no discriminator.
  if (!owner.equals(TOKEN_PROGRAM)) ways.push(() => ({ owner, data: flipped(random, data, DISCRIMINATOR) }));
  return random.pick(ways)();
}

export class Mutator {
  readonly #chain: Chain;
  readonly #random: Random;
  readonly #targets: readonly Target[];
  readonly #strangers: readonly PublicKey[];
  readonly #forgeries: readonly PublicKey[];
  readonly #wallets: ReadonlySet<string>;
  readonly #breakable: ReadonlySet<string>;

  /** Everything that can be passed. */
  readonly addresses: readonly PublicKey[];

  constructor(chain: Chain, random: Random, targets: readonly Target[], bystanders: readonly PublicKey[]) {
    this.#chain = chain;
    this.#random = random;
    this.#targets = targets;
    const keys = targets.flatMap(({ instruction }) => instruction.keys);
    const real = new Map([...keys.map(({ pubkey }) => pubkey), ...bystanders].map((key) => [key.toBase58(), key]));
    this.#strangers = [...real.values()];
    const accounts = this.#strangers.flatMap((address) => {
      const account = chain.rawAccount(address);
      return account === null || account.data.length === 0 ? [] : [{ address, ...account }];
    });
    const ofPrograms = accounts.filter(({ address }) => !executable(chain, address));
    this.#breakable = new Set(ofPrograms.map(({ address }) => address.toBase58()));
    this.#wallets = new Set(
      this.#strangers.map((key) => key.toBase58()).filter((key) => !this.#breakable.has(key) && isOrdinary(key)),
    );
    this.#forgeries = ofPrograms.flatMap((account) => this.#forge(account));
    this.addresses = [...this.#strangers, ...this.#forgeries];
  }

  /** Accounts elsewhere that look nearly like this one. */
  #forge(account: { owner: PublicKey; data: Uint8Array }): PublicKey[] {
    const { owner, data } = account;
    const put = (forged: Omit<Broken, 'address'>) => {
      const address = this.#chain.address('forgery');
      this.#chain.putAccount(address, forged.owner, forged.data);
      return address;
    };
    const forged = [put(unreadable(this.#random, account)), put(unreadable(this.#random, account))];
    // What a market's program may write as often as it likes. Others make one account at one address, or (tokens, prices)
    // as many as anyone wants, all of them good.
    const ofMarket =
      programById(owner) === undefined && ![TOKEN_PROGRAM, RECEIVER_PROGRAM].some((id) => id.equals(owner));
    return ofMarket ? [...forged, put({ owner, data }), put({ owner, data: flipped(this.#random, data) })] : forged;
  }

  attempt(target: Target): Attempt {
    const { pick } = this.#random;
    const { keys, data } = target.instruction;
    return pick([
      () => this.#data(target),
      () => this.#data(target),
      () => ({ ...this.#accounts(target), data }),
      () => ({ ...this.#accounts(target), data }),
      () => ({ how: 'arguments', keys, data: target.wild?.(this.#random).data ?? data.subarray(0, 7), broken: null }),
    ])();
  }

  /** Random data, half of it with a valid discriminator; then the accounts are mutated too, for it could be valid. */
  #data(target: Target): Attempt {
    const random = this.#random;
    const { keys, data } = target.instruction;
    const tail = randomBytes(random, upTo(random, 80));
    if (random.between(0n, 1n) === 0n) {
      const known = this.#targets.some(({ instruction }) =>
        instruction.data.subarray(0, 8).equals(tail.subarray(0, 8)),
      );
      return { how: 'random data', keys, data: known ? Buffer.alloc(0) : tail, broken: null };
    }
    const accounts = this.#accounts(target);
    if (random.between(0n, 3n) === 0n) {
      const length = upTo(random, data.length - 1);
      return { how: 'data cut short', keys, data: data.subarray(0, length), broken: null };
    }
    const how = `random arguments, ${accounts.how}`;
    return { ...accounts, how, data: Buffer.concat([data.subarray(0, DISCRIMINATOR), tail]) };
  }

  #accounts(target: Target): Omit<Attempt, 'data'> {
    const mutate = this.#random.pick([
      () => this.#substitute(target, this.#strangers, 'another account'),
      () => this.#substitute(target, this.#forgeries, 'a forgery'),
      () => this.#forgeMany(target),
      () => this.#breakOne(target),
      () => this.#permute(target),
      () => this.#duplicate(target),
      () => this.#leaveOut(target),
      () => this.#takeRight(target),
    ]);
    return mutate() ?? this.#accounts(target);
  }

  /** Whether an account that matters is another than it was. */
  #differs({ accounts, free, instruction }: Target, keys: Keys): boolean {
    return accounts.some(
      (name, index) => !free.has(name) && !(keys[index] && instruction.keys[index]?.pubkey.equals(keys[index].pubkey)),
    );
  }

  #passing(target: Target, how: string, addresses: readonly (PublicKey | undefined)[]): Omit<Attempt, 'data'> | null {
    const signers = new Set([...this.#wallets, ...target.impersonate.map((pda) => pda.toBase58())]);
    const keys = target.instruction.keys.flatMap((meta, index) => {
      const pubkey = addresses[index];
      // A PDA can't sign, wherever it is passed.
      return pubkey === undefined
        ? []
        : [{ ...meta, pubkey, isSigner: meta.isSigner && signers.has(pubkey.toBase58()) }];
    });
    return this.#differs(target, keys) ? { how, keys, broken: null } : null;
  }

  #substitute(target: Target, from: readonly PublicKey[], how: string) {
    const slot = upTo(this.#random, target.accounts.length - 1);
    const addresses = target.instruction.keys.map(({ pubkey }, index) =>
      index === slot ? this.#random.pick(from) : pubkey,
    );
    return this.#passing(target, `${how} as ${target.accounts[slot]}`, addresses);
  }

  #forgeMany(target: Target) {
    const addresses = target.instruction.keys.map(({ pubkey }) =>
      this.#random.between(0n, 1n) === 0n ? this.#random.pick(this.#forgeries) : pubkey,
    );
    return this.#passing(target, 'forgeries', addresses);
  }

  #permute(target: Target) {
    const addresses = target.instruction.keys.map(({ pubkey }) => pubkey);
    for (let last = addresses.length - 1; last > 0; last--) {
      const other = upTo(this.#random, last);
      [addresses[last], addresses[other]] = [addresses[other] as PublicKey, addresses[last] as PublicKey];
    }
    return this.#passing(target, 'a permutation', addresses);
  }

  #duplicate(target: Target) {
    const addresses = target.instruction.keys.map(({ pubkey }) => pubkey);
    const slot = upTo(this.#random, addresses.length - 1);
    addresses[slot] = this.#random.pick(addresses);
    return this.#passing(target, `a duplicate as ${target.accounts[slot]}`, addresses);
  }

  #leaveOut(target: Target): Omit<Attempt, 'data'> | null {
    const { keys } = target.instruction;
    const from = upTo(this.#random, keys.length - 1);
    const count = this.#random.pick([1, 1, keys.length]);
    const left = [...keys.slice(0, from), ...keys.slice(from + count)];
    const how = count === 1 ? `no ${target.accounts[from]}` : `nothing from ${target.accounts[from]}`;
    return this.#differs(target, left) ? { how, keys: left, broken: null } : null;
  }

  #takeRight(target: Target): Omit<Attempt, 'data'> | null {
    const { keys } = target.instruction;
    const slot = upTo(this.#random, keys.length - 1);
    const meta = keys[slot];
    const name = target.accounts[slot] ?? '';
    if (meta === undefined || target.free.has(name) || !(meta.isSigner || meta.isWritable)) return null;
    const lost = meta.isSigner ? { isSigner: false } : { isWritable: false };
    return {
      how: `${name} without ${meta.isSigner ? 'signature' : 'write access'}`,
      keys: keys.map((key, index) => (index === slot ? { ...key, ...lost } : key)),
      broken: null,
    };
  }

  #breakOne(target: Target): Omit<Attempt, 'data'> | null {
    const { keys } = target.instruction;
    const slot = upTo(this.#random, keys.length - 1);
    const name = target.accounts[slot] ?? '';
    const address = keys[slot]?.pubkey;
    if (address === undefined || !this.#breakable.has(address.toBase58())) return null;
    if (target.free.has(name) || target.mayBreak.has(name)) return null;
    // Of who signs, only the address counts.
    if (target.impersonate.some((pda) => pda.equals(address))) return null;
    const account = this.#chain.rawAccount(address);
    if (account === null) return null;
    return { how: `${name} broken`, keys, broken: { address, ...unreadable(this.#random, account) } };
  }
}

function executable(chain: Chain, address: PublicKey): boolean {
  const account = chain.svm.getAccount(address.toBase58() as Address);
  return account.exists && account.executable;
}

const isOrdinary = (key: string) => programById(key) === undefined && PublicKey.isOnCurve(new PublicKey(key).toBytes());

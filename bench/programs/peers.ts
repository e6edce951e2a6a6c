// The same figures from programs that are not ours: the floor, which only makes the token program's calls, and the
// twin in plain Anchor 1. Both run on the chain of a market that has lived, the twin with that market's own books.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Address } from '@solana/kit';
import { PublicKey, TransactionInstruction } from '@solana/web3.js';
import { marketClaimsOf, premiumStateOf } from '../../tests/programs/support/addresses.ts';
import { accountDiscriminator, u32, u64 } from '../../tests/programs/support/bytes.ts';
import { TOKEN_PROGRAM } from '../../tests/programs/support/token.ts';
import { type Aged, AMOUNTS, PARTS_PER_MILLION } from './life.ts';
import type { Samples } from './samples.ts';

const FOLDER = path.join(import.meta.dirname, '../artifacts');
export const PEERS = ['floor', 'anchor_1_twin'] as const;
type Peer = (typeof PEERS)[number];

const IDS: Record<Peer, PublicKey> = {
  floor: new PublicKey(createHash('sha256').update('bench floor').digest()),
  anchor_1_twin: new PublicKey('TwinAnchor111111111111111111111111111111111'),
};

export function peerArtifact(peer: Peer): Buffer {
  const file = path.join(FOLDER, `${peer}.so`);
  const sums = readFileSync(path.join(FOLDER, 'SHA256SUMS'), 'utf8');
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  const sum = createHash('sha256').update(bytes).digest('hex');
  if (!sums.includes(`${sum}  ${peer}.so\n`)) {
    throw new Error(`bench/artifacts/${peer}.so is missing or not what its sum says: "npm run bench:build" makes it.`);
  }
  return bytes;
}

type Meta = readonly [address: PublicKey, how?: 'w' | 's'];

function instruction(peer: Peer, accounts: readonly Meta[], data: readonly Uint8Array[]): TransactionInstruction {
  return new TransactionInstruction({
    programId: IDS[peer],
    keys: accounts.map(([pubkey, how]) => ({ pubkey, isWritable: how === 'w', isSigner: how === 's' })),
    data: Buffer.concat(data),
  });
}

const pda = (peer: Peer, seeds: readonly Uint8Array[]) => PublicKey.findProgramAddressSync([...seeds], IDS[peer]);

const ENOUGH = 1n << 60n;

/** Token accounts and mints as the token program would have left them, their authority a PDA of a peer. */
class Tokens {
  readonly #aged: Aged;

  constructor(aged: Aged) {
    this.#aged = aged;
  }

  #put(name: string, data: Buffer): PublicKey {
    const { chain } = this.#aged.world;
    const address = chain.address(name);
    chain.putAccount(address, TOKEN_PROGRAM, data);
    return address;
  }

  mint(name: string, authority: PublicKey): PublicKey {
    const data = Buffer.alloc(82);
    u32(1).copy(data, 0);
    authority.toBuffer().copy(data, 4);
    u64(ENOUGH).copy(data, 36);
    data.writeUInt8(6, 44);
    data.writeUInt8(1, 45);
    return this.#put(name, data);
  }

  account(name: string, mint: PublicKey, owner: PublicKey, amount = ENOUGH): PublicKey {
    const data = Buffer.alloc(165);
    mint.toBuffer().copy(data, 0);
    owner.toBuffer().copy(data, 32);
    u64(amount).copy(data, 64);
    data.writeUInt8(1, 108);
    return this.#put(name, data);
  }
}

const FLOOR = { deposit: 0, withdraw: 1, transfer: 2, transfers: 3 } as const;

/** The token program's calls of each instruction that the goals name. */
export function measureFloor(samples: Samples, aged: Aged): void {
  const { world, holder } = aged;
  world.chain.svm.addProgram(IDS.floor.toBase58() as Address, peerArtifact('floor'));
  const tokens = new Tokens(aged);
  // Two authorities, as pool and position, or pool and premium state, are: of one seed, with different bumps.
  const signers = Array.from({ length: 256 }, (_, below) => 255 - below).flatMap((bump) => {
    try {
      const seeds = [Buffer.from('floor'), Uint8Array.of(bump)];
      return [{ bump, address: PublicKey.createProgramAddressSync(seeds, IDS.floor) }];
    } catch {
      return []; // on the curve: no PDA
    }
  });
  const [pool, other] = signers as [(typeof signers)[number], (typeof signers)[number]];
  const mint = world.collateralMint;
  const vault = tokens.account('floor vault', mint, pool.address);
  const treasury = tokens.account('floor treasury', mint, other.address);
  const keeper = tokens.account('floor keeper', mint, holder.address);
  const shareMint = tokens.mint('floor share mint', pool.address);
  const shares = tokens.account('floor shares', shareMint, other.address);
  const run = (tag: number, amount: bigint, accounts: readonly Meta[], bumps: readonly [number, number]) =>
    world.send(instruction('floor', [...accounts, [TOKEN_PROGRAM]], [Uint8Array.of(tag, ...bumps), u64(amount)]));
  const paid: Meta[] = [[vault, 'w'], [holder.tokenAccount, 'w'], [pool.address]];
  const fee: Meta[] = [[treasury, 'w'], [keeper, 'w'], [other.address]];
  const taken: Meta[] = [
    [holder.tokenAccount, 'w'],
    [vault, 'w'],
    [holder.address, 's'],
  ];
  const minted: Meta[] = [[shareMint, 'w'], [shares, 'w'], [pool.address]];
  const burnt: Meta[] = [[shares, 'w'], [shareMint, 'w'], [other.address]];
  for (const amount of AMOUNTS) {
    const bought = run(FLOOR.deposit, amount, [...taken, ...minted], [0, pool.bump]);
    samples.take('floor', 'deposit', 'transfer and mint_to', bought);
    const sold = run(FLOOR.withdraw, amount, [...burnt, ...paid], [other.bump, pool.bump]);
    samples.take('floor', 'withdraw', 'burn and transfer', sold);
    const alone = run(FLOOR.transfer, amount, paid, [pool.bump, 0]);
    samples.take('floor', 'transfers', 'one', alone);
    const rewarded = run(FLOOR.transfers, amount, [...paid, ...fee], [pool.bump, other.bump]);
    samples.take('floor', 'transfers', 'two', rewarded);
  }
}

const twinData = (name: string) => createHash('sha256').update(`global:${name}`).digest().subarray(0, 8);

/** Deposits and withdrawals of the same amounts from the same books. */
export function measureTwin(samples: Samples, aged: Aged): void {
  const { world, holder } = aged;
  const { chain, market } = world;
  const peer = 'anchor_1_twin';
  chain.svm.addProgram(IDS[peer].toBase58() as Address, peerArtifact(peer));
  const tokens = new Tokens(aged);
  const [pool, poolBump] = pda(peer, [Buffer.from('insurance_pool'), market.toBuffer()]);
  const [position, positionBump] = pda(peer, [Buffer.from('position'), pool.toBuffer(), holder.address.toBuffer()]);
  const vault = tokens.account('twin vault', world.collateralMint, pool);
  const shareMint = tokens.mint('twin share mint', pool);
  const shareAccount = tokens.account('twin shares', shareMint, position);
  const claims = chain.address('twin claims');
  const premium = chain.address('twin premium state');
  const put = (address: PublicKey, type: string, fields: readonly (PublicKey | bigint | Uint8Array)[]) => {
    const bytes = fields.map((field) =>
      typeof field === 'bigint' ? u64(field) : field instanceof PublicKey ? field.toBuffer() : field,
    );
    chain.putAccount(address, IDS[peer], Buffer.concat([accountDiscriminator(type), ...bytes]));
  };

  const p = world.pool;
  const bps = (...values: number[]) => new Uint8Array(Uint16Array.from(values).buffer);
  put(pool, 'Pool', [
    ...[market, p.marketProgram, p.authority, p.collateralMint, vault, shareMint],
    ...[p.totalDeposits, p.totalShares, p.pendingClaims, p.insolvencyThreshold, p.epochDuration, p.epoch],
    ...[p.epochBase, p.previousBase, p.epochAssets, p.epochClaims, p.epochPaid, p.deficitBase, p.absorbedBase],
    ...[p.openInterest, p.cumulativeDeposited, p.cumulativeWithdrawn, p.cumulativePremiums, p.cumulativeClaims],
    ...[p.lockEpochs, p.cooldownEpochs, p.windowEpochs, p.generation].map(u32),
    bps(p.utilizationRateBps, p.minReserveBps, p.apyBps, p.claimCapBps, p.coverBps),
    Uint8Array.of(p.isActive, poolBump),
  ]);
  const held = world.position(holder);
  put(position, 'Position', [
    ...[holder.address, pool, market, shareAccount],
    ...[held.depositedAmount, held.shares, held.entryEpoch, held.unlockEpoch],
    ...[held.requestedShares, held.requestedValue, held.claimableEpoch],
    u32(held.generation),
    Uint8Array.of(positionBump),
  ]);
  const { seenDeficit, bufferUsedTotal } = chain.get('MarketClaims', marketClaimsOf(market));
  put(claims, 'MarketClaims', [market, seenDeficit, bufferUsedTotal]);
  put(premium, 'PremiumState', [market, chain.get('PremiumState', premiumStateOf(market)).epochPremiumAccrued]);

  const accounts: Meta[] = [
    [pool, 'w'],
    [vault, 'w'],
    [holder.tokenAccount, 'w'],
    [holder.address, 's'],
    [TOKEN_PROGRAM],
    [market],
    [claims],
    [premium],
    [position, 'w'],
    [shareMint, 'w'],
    [shareAccount, 'w'],
  ];
  const run = (name: string, amount: bigint) => world.send(instruction(peer, accounts, [twinData(name), u64(amount)]));
  for (const amount of AMOUNTS) samples.take(peer, 'deposit', 'existing position', run('deposit', amount));
  world.nextEpoch(2n);
  const rolling = run('withdraw', 1n);
  samples.take(peer, 'withdraw', 'existing position, first of an epoch', rolling);
  for (const parts of PARTS_PER_MILLION) {
    const shares = (held.shares * parts) / 1_000_000n;
    samples.take(peer, 'withdraw', 'existing position', run('withdraw', shares));
  }
}

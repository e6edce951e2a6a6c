import { createPublicKey, verify } from 'node:crypto';
import {
  Keypair,
  PublicKey,
  SystemProgram,
  Transaction,
  TransactionMessage,
  VersionedTransaction,
} from '@solana/web3.js';
import type { WalletAccount } from '@wallet-standard/base';
import { beforeEach, expect, it, vi } from 'vitest';
import { type Approve, createDemoWallet, type DemoWallet } from './demo-wallet.ts';

const keypair = Keypair.fromSeed(new Uint8Array(32).fill(7));
const approve = vi.fn<Approve>();
let wallet: DemoWallet;

beforeEach(() => {
  approve.mockReset().mockResolvedValue(true);
  wallet = createDemoWallet(keypair.secretKey, approve);
});

const connect = () => wallet.features['standard:connect'].connect();
const connected = async () => (await connect()).accounts[0] as WalletAccount;
type Sign = DemoWallet['features']['solana:signTransaction']['signTransaction'];
const signTransaction: Sign = (...inputs) => wallet.features['solana:signTransaction'].signTransaction(...inputs);

const payment = SystemProgram.transfer({ fromPubkey: keypair.publicKey, toPubkey: PublicKey.default, lamports: 1 });
const versioned = () =>
  new VersionedTransaction(
    new TransactionMessage({
      payerKey: keypair.publicKey,
      recentBlockhash: PublicKey.default.toBase58(),
      instructions: [payment],
    }).compileToV0Message(),
  );

/** Ed25519, by Node's own. */
const isSigned = ({ message, signatures: [signature] }: VersionedTransaction): boolean => {
  const key = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), keypair.publicKey.toBytes()]);
  return verify(
    null,
    message.serialize(),
    createPublicKey({ key, format: 'der', type: 'spki' }),
    signature as Uint8Array,
  );
};

it('has no account before it is connected, and says when that changes', async () => {
  const heard = vi.fn();
  const off = wallet.features['standard:events'].on('change', heard);
  expect(wallet.accounts).toEqual([]);

  const { accounts } = await connect();
  expect(accounts).toEqual(wallet.accounts);
  expect(accounts[0]).toMatchObject({ address: keypair.publicKey.toBase58(), chains: ['solana:localnet'] });
  await connect();
  expect(heard).toHaveBeenCalledTimes(1);
  expect(heard).toHaveBeenLastCalledWith({ accounts });

  await wallet.features['standard:disconnect'].disconnect();
  expect(wallet.accounts).toEqual([]);
  expect(heard).toHaveBeenLastCalledWith({ accounts: [] });
  off();
  await connect();
  expect(heard).toHaveBeenCalledTimes(2);
});

it('signs what is approved, of either version', async () => {
  const account = await connected();
  const [signed] = await signTransaction({ account, chain: 'solana:localnet', transaction: versioned().serialize() });
  expect(isSigned(VersionedTransaction.deserialize(signed?.signedTransaction as Uint8Array))).toBe(true);
  expect(approve).toHaveBeenCalledWith(expect.objectContaining({ instructions: 1, fee: 5_000n }), expect.anything());

  const legacy = new Transaction({
    feePayer: keypair.publicKey,
    blockhash: PublicKey.default.toBase58(),
    lastValidBlockHeight: 1,
  });
  const [old] = await signTransaction({
    account,
    transaction: new Uint8Array(legacy.add(payment).serialize({ requireAllSignatures: false })),
  });
  expect(Transaction.from(old?.signedTransaction as Uint8Array).verifySignatures()).toBe(true);
});

it('a no is the person’s, by the number that wallets have for it', async () => {
  approve.mockResolvedValue(false);
  const account = await connected();
  await expect(signTransaction({ account, transaction: versioned().serialize() })).rejects.toMatchObject({
    code: 4001,
    message: 'User rejected the request.',
  });
});

it('asks one question after another, and a no ends it', async () => {
  const answers: ((approved: boolean) => void)[] = [];
  approve.mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
  const account = await connected();
  const input = { account, transaction: versioned().serialize() };
  const signing = signTransaction(input, input, input);
  expect(approve).toHaveBeenCalledTimes(1);
  answers[0]?.(true);
  await vi.waitFor(() => expect(approve).toHaveBeenCalledTimes(2));
  answers[1]?.(false);
  await expect(signing).rejects.toMatchObject({ code: 4001 });
  expect(approve).toHaveBeenCalledTimes(2);
});

it('asks nobody about what it can’t sign', async () => {
  const account = await connected();
  const transaction = versioned().serialize();
  await expect(signTransaction({ account, chain: 'solana:mainnet', transaction })).rejects.toThrow(
    'for solana:localnet only',
  );
  const stranger = { ...account, address: Keypair.generate().publicKey.toBase58() };
  await expect(signTransaction({ account: stranger, transaction })).rejects.toThrow('no account');
  await expect(signTransaction({ account, transaction: new Uint8Array([1, 2, 3]) })).rejects.toThrow();
  const others = new VersionedTransaction(
    new TransactionMessage({
      payerKey: Keypair.generate().publicKey,
      recentBlockhash: PublicKey.default.toBase58(),
      instructions: [],
    }).compileToV0Message(),
  );
  await expect(signTransaction({ account, transaction: others.serialize() })).rejects.toThrow('ask for the signature');
  await wallet.features['standard:disconnect'].disconnect();
  await expect(signTransaction({ account, transaction })).rejects.toThrow('not connected');
  expect(approve).not.toHaveBeenCalled();
});

it('whoever disconnects is asked nothing any more', async () => {
  approve.mockImplementation(
    (_summary, left) => new Promise((resolve) => left.addEventListener('abort', () => resolve(false))),
  );
  const account = await connected();
  const signing = signTransaction({ account, transaction: versioned().serialize() });
  await wallet.features['standard:disconnect'].disconnect();
  await expect(signing).rejects.toMatchObject({ code: 4001 });
});

// Wallets as people have them: honest, talkative, stubborn, false.
import {
  type Connection,
  Transaction,
  TransactionInstruction,
  TransactionMessage,
  VersionedTransaction,
} from '@solana/web3.js';
import type { TransactionWallet } from '../../sdk/src/transactions/wallet.ts';
import type { Person } from '../chain/world.ts';

type Any = Transaction | VersionedTransaction;
type Change = (message: TransactionMessage) => void;

/** Counts how often it was asked. */
export interface CountingWallet extends TransactionWallet {
  readonly asked: () => number;
}

function counting(wallet: TransactionWallet): CountingWallet {
  let asked = 0;
  const count = <T extends (...args: never[]) => unknown>(run: T | undefined): T | undefined =>
    run &&
    (((...args: never[]) => {
      asked += 1;
      return run(...args);
    }) as T);
  return {
    ...wallet,
    signTransaction: count(wallet.signTransaction),
    sendTransaction: count(wallet.sendTransaction),
    asked: () => asked,
  };
}

function signed<T extends Any>(transaction: T, { keypair }: Person, change: Change): T {
  if (transaction instanceof Transaction) {
    transaction.sign(keypair);
    return transaction;
  }
  const message = TransactionMessage.decompile((transaction as VersionedTransaction).message);
  change(message);
  const changed = new VersionedTransaction(message.compileToV0Message());
  changed.sign([keypair]);
  return changed as T;
}

/** Signs what it is given; `change` is what it makes of it before. */
export const walletOf = (person: Person, change: Change = () => {}, more: Partial<TransactionWallet> = {}) =>
  counting({
    publicKey: person.keypair.publicKey,
    signTransaction: async <T extends Any>(transaction: T) => signed(transaction, person, change),
    ...more,
  });

/** As Phantom and Solflare do with Lighthouse: guards behind what they were asked for. */
export const guarding = (person: Person, guards: readonly TransactionInstruction[]) =>
  walletOf(person, (message) => message.instructions.push(...guards));

/** Has no way to sign without sending. */
export const sendingWallet = (person: Person, more: Partial<TransactionWallet> = {}) =>
  counting({
    publicKey: person.keypair.publicKey,
    sendTransaction: async (transaction: Any, connection: Connection) =>
      connection.sendRawTransaction(signed(transaction, person, () => {}).serialize()),
    ...more,
  });

export const refusingWallet = (person: Person, error: unknown) =>
  walletOf(person, () => {}, { signTransaction: async () => Promise.reject(error) });

/** Answers only when told to. */
export function silentWallet(person: Person) {
  let answer = () => {};
  let asked = () => {};
  const opened = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const wallet = walletOf(person, () => {}, {
    signTransaction: <T extends Any>(transaction: T) => {
      asked();
      return new Promise<T>((resolve) => {
        answer = () => resolve(signed(transaction, person, () => {}));
      });
    },
  });
  return { wallet, opened, answer: () => answer() };
}

export const nothing = (person: Person) =>
  new TransactionInstruction({ programId: person.keypair.publicKey, keys: [], data: Buffer.alloc(0) });

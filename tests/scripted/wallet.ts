// A wallet in whose window somebody has made up his mind.
import type { TransactionWallet } from '@percosec/sdk';
import { type PublicKey, type Transaction, VersionedTransaction } from '@solana/web3.js';
import { keypairOf } from './names.ts';

export interface WalletOptions {
  /** A name. */
  readonly owner?: string;
  readonly answer?: 'approve' | 'reject' | 'silent' | 'fail';
  /** Of the Wallet Standard; none: the wallet doesn't say. */
  readonly chains?: readonly string[];
  /** It can't but send by itself. */
  readonly sends?: boolean;
}

export interface ScriptedWallet extends TransactionWallet {
  readonly publicKey: PublicKey;
  /** May be changed. */
  answer: NonNullable<WalletOptions['answer']>;
  /** How often it was asked. */
  asked: number;
}

export function scriptedWallet(
  { owner = 'alice', answer = 'approve', chains, sends = false }: WalletOptions,
  send: (wire: Uint8Array) => string,
  /** The line is lost while the wallet sends. */
  loses: () => boolean,
): ScriptedWallet {
  const keypair = keypairOf(owner);

  async function sign<T extends Transaction | VersionedTransaction>(transaction: T): Promise<T> {
    wallet.asked += 1;
    if (wallet.answer === 'silent') return new Promise(() => {});
    if (wallet.answer === 'reject') throw walletError('User rejected the request.', 4001);
    if (wallet.answer === 'fail') throw walletError('The device is locked (0x5515).');
    if (transaction instanceof VersionedTransaction) transaction.sign([keypair]);
    else (transaction as Transaction).partialSign(keypair);
    return transaction;
  }

  const wallet: ScriptedWallet = {
    publicKey: keypair.publicKey,
    answer,
    asked: 0,
    get signTransaction() {
      return sends || loses() ? undefined : sign;
    },
    async sendTransaction(transaction) {
      const signed = await sign(transaction);
      if (loses()) throw walletError('The connection to the wallet was lost.');
      return send(Uint8Array.from(signed.serialize()));
    },
    ...(chains && { supportedChains: chains }),
  };
  return wallet;
}

const walletError = (message: string, code?: number) =>
  Object.assign(new Error(message), { name: 'WalletSignTransactionError', ...(code && { code }) });

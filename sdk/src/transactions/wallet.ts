// Wallets as they are: what they can do, which networks they are on, how they say no.
import type { Connection, Transaction, VersionedTransaction } from '@solana/web3.js';
import { PercosecError } from '../error.ts';

/** wallet-adapter's `useWallet()` fits, and so does any object with a key and one way to sign. */
export interface TransactionWallet {
  readonly publicKey: { toBase58(): string } | null;
  readonly signTransaction?: (<T extends Transaction | VersionedTransaction>(transaction: T) => Promise<T>) | undefined;
  readonly sendTransaction?:
    | ((transaction: VersionedTransaction | Transaction, connection: Connection) => Promise<string>)
    | undefined;
  /** wallet-adapter's own: from it are read the chains of a Wallet Standard account, and the versions it can sign. */
  readonly wallet?: { readonly adapter: unknown } | null | undefined;
  /** Chains of the Wallet Standard, where they are known otherwise. */
  readonly supportedChains?: readonly string[] | undefined;
}

interface StandardAdapter {
  readonly supportedTransactionVersions?: ReadonlySet<unknown> | null;
  readonly wallet?: {
    readonly chains?: readonly string[];
    readonly accounts?: readonly { readonly address: string; readonly chains: readonly string[] }[];
  };
}

const adapterOf = ({ wallet }: TransactionWallet) => wallet?.adapter as StandardAdapter | undefined;

/** The chains that the connected account is for; null where the wallet doesn't say. */
export function chainsOf(wallet: TransactionWallet): readonly string[] | null {
  if (wallet.supportedChains !== undefined) return wallet.supportedChains;
  const standard = adapterOf(wallet)?.wallet;
  const owner = wallet.publicKey?.toBase58();
  return standard?.accounts?.find(({ address }) => address === owner)?.chains ?? standard?.chains ?? null;
}

/** Wallets from before versions say so by null. */
export function knowsVersions(wallet: TransactionWallet): boolean {
  const versions = adapterOf(wallet)?.supportedTransactionVersions;
  return versions === undefined || (versions?.has(0) ?? false);
}

/** What one error holds of others: wallet-adapter wraps the wallet's own. */
function* within(thrown: unknown, depth = 0): Generator<{ name?: unknown; message?: unknown; code?: unknown }> {
  if (typeof thrown === 'string') yield { message: thrown };
  if (typeof thrown !== 'object' || thrown === null || depth > 4) return;
  yield thrown;
  const { error, cause } = thrown as { error?: unknown; cause?: unknown };
  yield* within(error, depth + 1);
  yield* within(cause, depth + 1);
}

/** EIP-1193's number, which wallets of every chain use. */
const USER_REJECTED = 4001;
const NO = /\b(?:reject|declin|den(?:y|ied)|cancel|not approved)/i;

/** Whether it was the person who said no, not the wallet that failed. */
export function isRejection(thrown: unknown): boolean {
  for (const { name, message, code } of within(thrown)) {
    if (code === USER_REJECTED || name === 'WalletWindowClosedError') return true;
    if (typeof message === 'string' && NO.test(message)) return true;
  }
  return false;
}

const GONE = ['WalletNotConnectedError', 'WalletDisconnectedError', 'WalletNotReadyError'];

/** Why a wallet could not sign; certainly nothing was sent. Null for any other failure. */
export function failureBeforeSending(thrown: unknown): PercosecError | null {
  for (const { name } of within(thrown)) {
    if (GONE.includes(String(name))) {
      const message = 'The wallet is no longer connected, so nothing was signed or sent. Connect it, then try again.';
      return new PercosecError('WalletMissing', message, {}, thrown);
    }
    if (name === 'WalletWindowBlockedError') {
      const message = 'The browser blocked the wallet’s window. Allow pop-ups for this page, then try again.';
      return new PercosecError('WalletBlocked', message, {}, thrown);
    }
  }
  return null;
}

export function walletFailed(thrown: unknown): PercosecError {
  const said = [...within(thrown)]
    .map(({ message }) => message)
    .find((message) => typeof message === 'string' && message);
  return new PercosecError(
    'WalletFailed',
    `The wallet failed${said ? `: ${said}` : ' and does not say why'}. Look at its list of transactions before trying again.`,
    {},
    thrown,
  );
}

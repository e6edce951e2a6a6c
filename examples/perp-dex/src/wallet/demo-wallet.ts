// A wallet of the Wallet Standard whose key lies in the open: for a localnet, where nothing is worth anything.
import { SolanaSignTransaction, type SolanaSignTransactionFeature } from '@solana/wallet-standard-features';
import { Keypair, VersionedTransaction } from '@solana/web3.js';
import type { Wallet, WalletAccount } from '@wallet-standard/base';
import {
  StandardConnect,
  type StandardConnectFeature,
  StandardDisconnect,
  type StandardDisconnectFeature,
  StandardEvents,
  type StandardEventsFeature,
  type StandardEventsListeners,
} from '@wallet-standard/features';
import { type Summary, summaryOf } from './summary.ts';

const DEMO_WALLET = 'Demo wallet (localnet)';

const LOCALNET = 'solana:localnet';

/** As wallets of every chain say that the person said no. */
class UserRejected extends Error {
  readonly code = 4001;
  constructor() {
    super('User rejected the request.');
    this.name = 'UserRejected';
  }
}

export type DemoWallet = Wallet & {
  readonly features: StandardConnectFeature &
    StandardDisconnectFeature &
    StandardEventsFeature &
    SolanaSignTransactionFeature;
};

/** Is asked before every signature; `left` once the wallet is disconnected: then nobody waits for the answer. */
export type Approve = (summary: Summary, left: AbortSignal) => Promise<boolean>;

export function createDemoWallet(secretKey: Uint8Array, approve: Approve): DemoWallet {
  const keypair = Keypair.fromSecretKey(secretKey);
  const account: WalletAccount = {
    address: keypair.publicKey.toBase58(),
    publicKey: keypair.publicKey.toBytes(),
    chains: [LOCALNET],
    features: [SolanaSignTransaction],
  };
  const listeners = new Set<StandardEventsListeners['change']>();
  let accounts: readonly WalletAccount[] = [];
  let connection = new AbortController();

  function setAccounts(next: readonly WalletAccount[]): void {
    accounts = next;
    for (const listener of listeners) listener({ accounts });
  }

  async function sign(transaction: Uint8Array): Promise<Uint8Array> {
    const read = VersionedTransaction.deserialize(transaction);
    const { staticAccountKeys, header } = read.message;
    if (!staticAccountKeys.slice(0, header.numRequiredSignatures).some((key) => key.equals(keypair.publicKey)))
      throw new Error(`This transaction doesn't ask for the signature of ${account.address}.`);
    if (!(await approve(summaryOf(read.message), connection.signal))) throw new UserRejected();
    read.sign([keypair]);
    return read.serialize();
  }

  return {
    version: '1.0.0',
    name: DEMO_WALLET,
    icon: ICON,
    chains: [LOCALNET],
    get accounts() {
      return accounts;
    },
    features: {
      [StandardConnect]: {
        version: '1.0.0',
        async connect() {
          if (accounts.length === 0) setAccounts([account]);
          return { accounts };
        },
      },
      [StandardDisconnect]: {
        version: '1.0.0',
        async disconnect() {
          connection.abort();
          connection = new AbortController();
          setAccounts([]);
        },
      },
      [StandardEvents]: {
        version: '1.0.0',
        on(_event, listener) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
      [SolanaSignTransaction]: {
        version: '1.0.0',
        supportedTransactionVersions: ['legacy', 0],
        async signTransaction(...inputs) {
          const signed = [];
          // One question after another: nobody reads two at once.
          for (const { account: asked, chain, transaction } of inputs) {
            if (accounts.length === 0) throw new Error('This wallet is not connected.');
            if (asked.address !== account.address) throw new Error(`This wallet has no account ${asked.address}.`);
            if (chain !== undefined && chain !== LOCALNET) throw new Error(`This wallet signs for ${LOCALNET} only.`);
            signed.push({ signedTransaction: await sign(transaction) });
          }
          return signed;
        },
      },
    },
  };
}

const ICON = `data:image/svg+xml;base64,${btoa(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#243442"/>' +
    '<path d="M8 12h16v11H8zM8 12l11-4v4" fill="none" stroke="#58c4dc" stroke-width="2" stroke-linejoin="round"/>' +
    '<circle cx="20" cy="17.5" r="1.5" fill="#58c4dc"/></svg>',
)}` as const;

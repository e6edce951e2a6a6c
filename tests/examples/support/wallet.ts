// A wallet of the Wallet Standard in a page, whose key stays with the test.
import { VersionedTransaction } from '@solana/web3.js';
import type { Page } from 'playwright';
import type { Person } from '../../chain/world.ts';

export const WALLET = 'Test wallet';

export interface PageWallet {
  /** Whether the person says yes, from now on. */
  willing: boolean;
}

/** To be called before the page is opened. */
export async function giveWallet(page: Page, { keypair, address }: Pick<Person, 'keypair' | 'address'>) {
  const wallet: PageWallet = { willing: true };
  await page.exposeFunction('signForTest', (base64: string): string | null => {
    if (!wallet.willing) return null;
    const transaction = VersionedTransaction.deserialize(Buffer.from(base64, 'base64'));
    transaction.sign([keypair]);
    return Buffer.from(transaction.serialize()).toString('base64');
  });
  await page.addInitScript(register, { name: WALLET, address: String(address) });
  return wallet;
}

type Register = (api: { register(wallet: object): void }) => void;

/** Runs in the page. */
function register({ name, address }: { readonly name: string; readonly address: string }): void {
  const sign = (base64: string): Promise<string | null> => Reflect.get(window, 'signForTest')(base64);
  const account = { address, chains: ['solana:localnet'], features: ['solana:signTransaction'] };
  const wallet = {
    version: '1.0.0',
    name,
    chains: account.chains,
    accounts: [account],
    features: {
      'standard:connect': { connect: async () => ({ accounts: [account] }) },
      'standard:events': { on: () => () => {} },
      'solana:signTransaction': {
        supportedTransactionVersions: ['legacy', 0],
        async signTransaction(asked: { readonly chain: string; readonly transaction: Uint8Array }) {
          if (asked.chain !== 'solana:localnet') throw new Error(`asked for ${asked.chain}`);
          const signed = await sign(btoa(String.fromCharCode(...asked.transaction)));
          if (signed === null) throw Object.assign(new Error('User rejected the request.'), { code: 4001 });
          return [{ signedTransaction: Uint8Array.from(atob(signed), (letter) => letter.charCodeAt(0)) }];
        },
      },
    },
  };
  const announce: Register = (api) => api.register(wallet);
  addEventListener('wallet-standard:app-ready', (event) => announce((event as CustomEvent).detail));
  dispatchEvent(new CustomEvent('wallet-standard:register-wallet', { detail: announce }));
}

import { type Address, address } from '../address.ts';
import { PercosecError } from '../error.ts';
import type { TransactionWallet } from './wallet.ts';

/** The wallet and whose it is; by itself, for whoever asks before anything of a transaction is loaded. */
export function connected(wallet: TransactionWallet | null): [TransactionWallet, Address] {
  if (wallet?.publicKey) return [wallet, address(wallet.publicKey)];
  throw new PercosecError('WalletMissing', 'No wallet is connected. Connect one, then try again.');
}

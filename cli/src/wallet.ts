// A key in a file as the SDK's transactions want a wallet.
import type { TransactionWallet } from '@percosec/sdk';
import type { Keypair } from '@solana/web3.js';

export const walletOf = (keypair: Keypair): TransactionWallet => ({
  publicKey: keypair.publicKey,
  async signTransaction(transaction) {
    if ('version' in transaction) transaction.sign([keypair]);
    else transaction.partialSign(keypair);
    return transaction;
  },
});
